import { DomainError } from '@kshot/domain';
import { type Packed, textTower } from '@kshot/fewshot';
import { addBlocks, clipBlock } from './block-names.js';
import { blockSizes } from './block-sizes.js';
import { checkpoint, transformerWeights } from './checkpoint.js';
import { configOf } from './config-of.js';
import type { ForeignArrays } from './foreign-arrays.js';
import { addProjection, hasProjection } from './projection.js';
import type { ForeignBackbone } from './text-encoder.js';
import { type TextTower, textTowers } from './text-towers.js';
import type { Tower } from './tower-of.js';

const WORDS = 'embeddings.token_embedding.weight';
const POSITIONS = 'embeddings.position_embedding.weight';

/** What fills up texts goes with the network to its tokeniser. */
export interface ForeignTextTower extends ForeignBackbone {
  readonly padding: number;
}

/** The vector that the text encoder of CLIP or SigLIP has for a text, of length 1. `padding` is the tokeniser's own number. */
export function textTowerNetwork(
  { type, config, paired }: Tower,
  arrays: ForeignArrays,
  settings: { readonly length: number; readonly padding?: number | undefined },
): ForeignTextTower {
  const { reading, projection, ...tower } = textTowers[type] as TextTower;
  const c = configOf(type, tower.config, config);
  const sizes = blockSizes(type, c);
  const { width } = sizes;
  const from = checkpoint(arrays, WORDS);
  const built = transformerWeights(from, width);
  const { weights, norm, linear } = built;
  const words = from.array(WORDS, [c.vocab_size, width]);
  const causal = reading === 'CAUSAL';
  // A causal tower never sees padding: a number that no token has keeps it apart from them.
  const padding = causal ? c.vocab_size : (settings.padding ?? c.pad_token_id);
  if (!causal && padding >= c.vocab_size)
    throw new DomainError(
      'DATA_FORMAT',
      `Short texts of this ${type} model are filled up with token ${padding}, but there are ${c.vocab_size} tokens. Use config.json and tokenizer.json of the same model.`,
    );
  weights['tokens/words'] = causal ? withEmptyRow(words) : words;
  weights['tokens/positions'] = from.array(POSITIONS, [c.max_position_embeddings, width]);
  addBlocks(built, clipBlock, sizes);
  norm('last', 'final_layer_norm');
  const inside = projection.place === 'INSIDE';
  const projected = inside || paired || hasProjection(arrays, projection.name);
  if (inside) linear('projection', projection.name, width, c.projection_dim);
  else if (projected) addProjection(built, arrays, projection.name, width, c.projection_dim);
  const network = textTower({
    ...sizes,
    length: settings.length,
    vocabulary: weights['tokens/words'].shape[0] as number,
    positions: c.max_position_embeddings,
    padding,
    reading,
    ...(projected ? { projection: c.projection_dim } : {}),
  });
  return { network, weights, padding };
}

function withEmptyRow({ shape: [rows = 0, width = 0], values }: Packed): Packed {
  const all = new Float32Array((rows + 1) * width);
  all.set(values as Float32Array);
  return { shape: [rows + 1, width], values: all };
}
