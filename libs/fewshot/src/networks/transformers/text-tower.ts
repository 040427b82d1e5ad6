import type { Network } from '../layer.js';
import { type BlockSizes, preNormBlocks } from './pre-norm-blocks.js';

/** Sizes of the text encoder beside a vision transformer. */
export interface TextTowerSizes extends BlockSizes {
  /** Tokens that enter at most. */
  readonly length: number;
  readonly vocabulary: number;
  readonly positions: number;
  /** Number of the token that fills up short texts. */
  readonly padding: number;
  /** CAUSAL: tokens see those before them, the last stands for the text (CLIP, Radford 2021). FILLED: padding belongs to the text, and the last place stands for it (SigLIP, Zhai 2023). */
  readonly reading: 'CAUSAL' | 'FILLED';
  /** Features behind a last linear layer. */
  readonly projection?: number;
}

/** Blocks that normalise first, and what has become of the last token, of length 1. */
export function textTower(sizes: TextTowerSizes): Network {
  const { length, vocabulary, positions, width, epsilon, padding, reading, projection } = sizes;
  const causal = reading === 'CAUSAL';
  return {
    inputShape: [Math.min(length, positions)],
    layers: [
      {
        kind: 'embedding',
        name: 'tokens',
        vocabulary,
        positions,
        width,
        ...(causal ? {} : { filled: padding }),
      },
      ...preNormBlocks(sizes, 'tokens', causal ? { padding, causal } : {}),
      { kind: 'layerNorm', name: 'last', epsilon },
      { kind: 'lastToken', name: 'text', ...(causal ? { padding } : {}) },
      ...(projection
        ? [{ kind: 'dense', name: 'projection', units: projection, activation: 'linear' } as const]
        : []),
      { kind: 'l2Normalize', name: 'unit' },
    ],
  };
}
