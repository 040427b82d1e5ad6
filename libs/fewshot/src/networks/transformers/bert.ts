import type { Activation, Layer, Network } from '../layer.js';

/** Sizes of a text encoder of BERT's kind. */
export interface BertSizes {
  /** Tokens that enter at most. */
  readonly length: number;
  readonly vocabulary: number;
  readonly positions: number;
  readonly width: number;
  readonly blocks: number;
  readonly heads: number;
  readonly hidden: number;
  readonly activation: Activation;
  readonly epsilon: number;
  /** Number of the token that fills up short texts. */
  readonly padding: number;
  /** Buckets of distances that attention weighs. */
  readonly distances?: number;
  /** What stands for a text: the mean of its tokens when left out. */
  readonly pooling?: 'MEAN' | 'FIRST';
}

/** all-MiniLM-L6-v2 (Reimers 2019; Wang 2020). */
export const miniLm: BertSizes = {
  length: 256,
  vocabulary: 30_522,
  positions: 512,
  width: 384,
  blocks: 6,
  heads: 12,
  hidden: 1536,
  activation: 'gelu',
  epsilon: 1e-12,
  padding: 0,
};

/**
 * Blocks of attention and two dense layers, each added to what enters it and normalised (Devlin 2019); the mean over
 * the tokens, or what has become of the first, of length 1.
 */
export function bert(sizes: BertSizes): Network {
  const { length, vocabulary, positions, width, heads, hidden, activation, epsilon, padding } = sizes;
  const dense = (name: string, units: number, own: Activation): Layer => ({
    kind: 'dense',
    name,
    units,
    activation: own,
  });
  const blocks = Array.from({ length: sizes.blocks }, (_, i): Layer[] => [
    {
      kind: 'attention',
      name: `attention${i}`,
      heads,
      padding,
      ...(sizes.distances ? { distances: sizes.distances } : {}),
    },
    dense(`attended${i}`, width, 'linear'),
    { kind: 'add', name: `add${i}`, with: i === 0 ? 'tokens_norm' : `block${i - 1}` },
    { kind: 'layerNorm', name: `middle${i}`, epsilon },
    dense(`up${i}`, hidden, activation),
    dense(`down${i}`, width, 'linear'),
    { kind: 'add', name: `sum${i}`, with: `middle${i}` },
    { kind: 'layerNorm', name: `block${i}`, epsilon },
  ]);
  return {
    inputShape: [Math.min(length, positions)],
    layers: [
      { kind: 'embedding', name: 'tokens', vocabulary, positions, width },
      { kind: 'layerNorm', name: 'tokens_norm', epsilon },
      ...blocks.flat(),
      sizes.pooling === 'FIRST'
        ? { kind: 'firstToken', name: 'first' }
        : { kind: 'meanTokens', name: 'mean', padding },
      { kind: 'l2Normalize', name: 'unit' },
    ],
  };
}
