import type { Layer, Network } from './layer.js';

/** Filters of the four blocks: the standard ones (12.4 million weights), and some that train on a small machine. */
export const residualFilters = (network: 'RESNET12' | 'RESNET12_NARROW'): readonly number[] =>
  network === 'RESNET12' ? [64, 160, 320, 640] : [16, 32, 64, 128];

const SLOPE = 0.1;

/**
 * The backbone of twelve layers that few-shot learning settled on (Oreshkin 2018; Lee 2019): blocks of three 3x3
 * convolutions with batch normalisation and leaky ReLU beside a 1x1 convolution, added, then halved by maxima; the mean over
 * all places gives the features. Pictures too small to be halved four times are not halved in the last blocks. The
 * pixel `background`, 0…255, becomes zero. Dropout of blocks (DropBlock) is left out.
 */
export function resnet12(settings: {
  readonly inputShape: readonly number[];
  readonly filters: readonly number[];
  readonly background: number;
  /** How slowly the averages of batch normalisation follow. */
  readonly momentum: number;
}): Network {
  const { inputShape, filters, background, momentum } = settings;
  let side = Math.min(inputShape[0] as number, inputShape[1] as number);
  let entry = 'rescale';
  const layers: Layer[] = [{ kind: 'rescale', name: entry, factor: 1 / 255, offset: -background / 255 }];
  const convolution = (name: string, width: number, kernel: number, from?: string): Layer[] => [
    {
      kind: 'conv2d',
      name: `conv${name}`,
      filters: width,
      kernel,
      padding: 'same',
      activation: 'linear',
      bias: false,
      ...(from ? { from } : {}),
    },
    { kind: 'batchNorm', name: `norm${name}`, epsilon: 1e-5, momentum },
  ];
  const leaky = (name: string): Layer => ({ kind: 'leakyRelu', name: `leaky${name}`, slope: SLOPE });
  for (const [i, width] of filters.entries()) {
    const block = i + 1;
    layers.push(
      ...convolution(`${block}a`, width, 3),
      leaky(`${block}a`),
      ...convolution(`${block}b`, width, 3),
      leaky(`${block}b`),
      ...convolution(`${block}c`, width, 3),
      ...convolution(`${block}s`, width, 1, entry),
      { kind: 'add', name: `add${block}`, with: `norm${block}c` },
      leaky(`${block}`),
    );
    entry = `leaky${block}`;
    if (side < 2) continue;
    side = Math.floor(side / 2);
    entry = `pool${block}`;
    layers.push({ kind: 'maxPool', name: entry, size: 2, strides: 2 });
  }
  return { inputShape, layers: [...layers, { kind: 'globalAvgPool', name: 'means' }] };
}
