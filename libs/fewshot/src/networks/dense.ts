import type { Activation, Layer, Network } from './layer.js';

/** Fully connected layers of the given widths, each followed by dropout where a rate is set, and `classes` logits. */
export function dense(settings: {
  readonly inputShape: readonly number[];
  readonly classes: number;
  readonly widths: readonly number[];
  readonly activation: Activation;
  readonly dropout: number;
  /** 1/255 for bytes. */
  readonly rescale?: number;
}): Network {
  const hidden = settings.widths.flatMap((units, i): Layer[] => [
    { kind: 'dense', name: `dense${i + 1}`, units, activation: settings.activation },
    ...(settings.dropout > 0
      ? [{ kind: 'dropout', name: `dropout${i + 1}`, rate: settings.dropout } as const]
      : []),
  ]);
  return {
    inputShape: settings.inputShape,
    layers: [
      ...(settings.rescale ? [{ kind: 'rescale', name: 'rescale', factor: settings.rescale } as const] : []),
      ...(settings.inputShape.length > 1 ? [{ kind: 'flatten', name: 'flatten' } as const] : []),
      ...hidden,
      { kind: 'dense', name: 'scores', units: settings.classes, activation: 'linear' },
    ],
  };
}
