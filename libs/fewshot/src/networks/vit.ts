import type { Layer, Network } from './layer.js';

/** Sizes of a vision transformer. */
export interface VitSizes {
  /** Of the picture, and of a patch, in pixels. */
  readonly side: number;
  readonly patch: number;
  readonly width: number;
  readonly blocks: number;
  readonly heads: number;
  readonly hidden: number;
  readonly epsilon: number;
}

/** Patches as tokens behind one that gathers what they say; blocks that normalise first (Dosovitskiy 2021). Pictures are bytes. */
export function vit({ side, patch, width, blocks, heads, hidden, epsilon }: VitSizes): Network {
  const inner = Array.from({ length: blocks }, (_, i): Layer[] => [
    { kind: 'layerNorm', name: `before${i}`, epsilon },
    { kind: 'attention', name: `attention${i}`, heads },
    { kind: 'dense', name: `attended${i}`, units: width, activation: 'linear' },
    { kind: 'add', name: `middle${i}`, with: i === 0 ? 'tokens' : `block${i - 1}` },
    { kind: 'layerNorm', name: `after${i}`, epsilon },
    { kind: 'dense', name: `up${i}`, units: hidden, activation: 'gelu' },
    { kind: 'dense', name: `down${i}`, units: width, activation: 'linear' },
    { kind: 'add', name: `block${i}`, with: `middle${i}` },
  ]);
  return {
    inputShape: [side, side, 3],
    layers: [
      { kind: 'rescale', name: 'pixels', factor: 1 / 255 },
      {
        kind: 'conv2d',
        name: 'patches',
        filters: width,
        kernel: patch,
        strides: patch,
        padding: 'valid',
        activation: 'linear',
        bias: true,
      },
      { kind: 'gather', name: 'tokens' },
      ...inner.flat(),
      { kind: 'layerNorm', name: 'last', epsilon },
      { kind: 'firstToken', name: 'first' },
    ],
  };
}
