import { bert, type Network, type Packed } from '@kshot/fewshot';
import { blockSizes } from './block-sizes.js';
import { type Checkpoint, checkpoint, transformerWeights } from './checkpoint.js';
import { configOf } from './config-of.js';
import type { ForeignArrays } from './foreign-arrays.js';
import { type EncoderConfig, type Family, families } from './text-families.js';

/** A network of features and its weights. */
export interface ForeignBackbone {
  readonly network: Network;
  readonly weights: Readonly<Record<string, Packed>>;
}

/** The last hidden states of a text encoder, their mean over the tokens, of length 1. */
export function textEncoderNetwork(
  type: string,
  config: unknown,
  arrays: ForeignArrays,
  settings: { readonly length: number; readonly pooling?: 'MEAN' | 'FIRST' },
): ForeignBackbone {
  const family = families[type] as Family;
  const c = configOf(type, family.config, config);
  const sizes = blockSizes(type, c);
  const from = checkpoint(arrays, 'embeddings.word_embeddings.weight');
  const { width } = sizes;
  const { weights, norm, linear, attention } = transformerWeights(from, width);
  const positions = positionsOf(from, c, family.positionsAfterPadding);
  weights['tokens/words'] = from.array('embeddings.word_embeddings.weight', [c.vocab_size, width]);
  weights['tokens/positions'] = positions;
  norm('tokens_norm', 'embeddings.LayerNorm');
  const distances = family.distances
    ? from.array(family.distances, [c.relative_attention_num_buckets, c.num_attention_heads])
    : undefined;
  for (let i = 0; i < c.num_hidden_layers; i++) {
    const at = (part: string) => `${family.block(i)}.${part}`;
    attention(`attention${i}`, [family.query, family.key, family.value].map(at));
    if (distances) weights[`attention${i}/distances`] = distances;
    linear(`attended${i}`, at(family.out), width, width);
    norm(`middle${i}`, at(family.outNorm));
    linear(`up${i}`, at(family.up), width, c.intermediate_size);
    linear(`down${i}`, at(family.down), c.intermediate_size, width);
    norm(`block${i}`, at(family.downNorm));
  }
  const network = bert({
    ...sizes,
    ...settings,
    ...(distances ? { distances: c.relative_attention_num_buckets } : {}),
    vocabulary: c.vocab_size,
    positions: positions.shape[0] as number,
    padding: c.pad_token_id,
  });
  return { network, weights };
}

/** A vector for each place, with that of the first kind of text added: single texts have no other. */
function positionsOf(from: Checkpoint, c: EncoderConfig, afterPadding: boolean): Packed {
  const width = c.hidden_size;
  const all = from.array('embeddings.position_embeddings.weight', [c.max_position_embeddings, width]);
  const skipped = afterPadding ? c.pad_token_id + 1 : 0;
  const values = Float32Array.from(all.values.subarray(skipped * width));
  if (c.type_vocab_size > 0) {
    const types = from.array('embeddings.token_type_embeddings.weight', [c.type_vocab_size, width]);
    for (let i = 0; i < values.length; i++)
      values[i] = (values[i] as number) + (types.values[i % width] as number);
  }
  return { shape: [c.max_position_embeddings - skipped, width], values };
}
