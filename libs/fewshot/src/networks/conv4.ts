import type { Layer, Network } from './layer.js';

/**
 * Four blocks of 3x3 convolution, batch normalisation, ReLU and 2x2 max-pooling, then `classes` logits
 * (Vinyals 2016; Snell 2017). Pictures below 16 pixels have too few to pool four times: the last blocks then do not pool.
 */
export function conv4(settings: {
  readonly inputShape: readonly number[];
  readonly classes: number;
  readonly filters: number;
}): Network {
  let side = Math.min(settings.inputShape[0] as number, settings.inputShape[1] as number);
  const blocks = [1, 2, 3, 4].flatMap((block): Layer[] => {
    const pool = side >= 2;
    if (pool) side = Math.floor(side / 2);
    return [
      {
        kind: 'conv2d',
        name: `conv${block}`,
        filters: settings.filters,
        kernel: 3,
        padding: 'same',
        activation: 'linear',
        bias: false,
      },
      { kind: 'batchNorm', name: `norm${block}`, epsilon: 1e-5, momentum: 0.9 },
      { kind: 'activation', name: `relu${block}`, activation: 'relu' },
      ...(pool ? [{ kind: 'maxPool', name: `pool${block}`, size: 2, strides: 2 } as const] : []),
    ];
  });
  return {
    inputShape: settings.inputShape,
    layers: [
      { kind: 'rescale', name: 'rescale', factor: 1 / 255 },
      ...blocks,
      { kind: 'flatten', name: 'flatten' },
      { kind: 'dense', name: 'scores', units: settings.classes, activation: 'linear' },
    ],
  };
}
