import type { Layer, Network } from '../layer.js';
import { type BlockSizes, preNormBlocks } from './pre-norm-blocks.js';

/** Sizes of a vision transformer. */
export interface VitSizes extends BlockSizes {
  /** Of the picture, and of a patch, in pixels. */
  readonly side: number;
  readonly patch: number;
  /** Tokens are normalised before the first block (CLIP, Radford 2021). */
  readonly normFirst?: boolean;
  /** What stands for a picture: FIRST, a token that gathers what patches say; or what a learned query finds among them (SigLIP, Zhai 2023). */
  readonly pooling?: 'FIRST' | 'QUERY';
  /** Features behind a last linear layer. */
  readonly projection?: number;
}

/** Patches as tokens, blocks that normalise first, and one vector of them (Dosovitskiy 2021). Pictures are bytes. */
export function vit(sizes: VitSizes): Network {
  const { side, patch, width, epsilon, pooling = 'FIRST' } = sizes;
  const last: Layer = { kind: 'layerNorm', name: 'last', epsilon };
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
      { kind: 'gather', name: 'tokens', ...(pooling === 'QUERY' ? { bare: true as const } : {}) },
      ...(sizes.normFirst ? [{ kind: 'layerNorm', name: 'tokens_norm', epsilon } as const] : []),
      ...preNormBlocks(sizes, sizes.normFirst ? 'tokens_norm' : 'tokens'),
      last,
      ...(pooling === 'QUERY' ? queryHead(sizes) : [{ kind: 'firstToken', name: 'first' } as const]),
      ...(sizes.projection
        ? [{ kind: 'dense', name: 'projection', units: sizes.projection, activation: 'linear' } as const]
        : []),
    ],
  };
}

function queryHead({ heads, width, hidden, epsilon, activation = 'gelu' }: VitSizes): Layer[] {
  return [
    { kind: 'attentionPool', name: 'pool', heads },
    { kind: 'dense', name: 'pooled', units: width, activation: 'linear' },
    { kind: 'layerNorm', name: 'pooled_norm', epsilon },
    { kind: 'dense', name: 'pooled_up', units: hidden, activation },
    { kind: 'dense', name: 'pooled_down', units: width, activation: 'linear' },
    { kind: 'add', name: 'picture', with: 'pooled' },
  ];
}
