import type { BlockSizes } from './block-sizes.js';
import type { TransformerWeights } from './checkpoint.js';

/** How an architecture names the weights of a block that normalises first. */
export interface BlockNames {
  readonly block: (i: number) => string;
  readonly before: string;
  readonly query: string;
  readonly key: string;
  readonly value: string;
  readonly out: string;
  readonly after: string;
  readonly up: string;
  readonly down: string;
  /** Layer scales behind attention and behind the dense layers. */
  readonly scales?: readonly [string, string];
}

/** As CLIP names them, and SigLIP. */
export const clipBlock: BlockNames = {
  block: (i) => `encoder.layers.${i}`,
  before: 'layer_norm1',
  query: 'self_attn.q_proj',
  key: 'self_attn.k_proj',
  value: 'self_attn.v_proj',
  out: 'self_attn.out_proj',
  after: 'layer_norm2',
  up: 'mlp.fc1',
  down: 'mlp.fc2',
};

/** Adds the weights of all blocks. */
export function addBlocks(
  { norm, attention, linear, scale }: TransformerWeights,
  names: BlockNames,
  { width, blocks, hidden }: BlockSizes,
): void {
  for (let i = 0; i < blocks; i++) {
    const at = (part: string) => `${names.block(i)}.${part}`;
    norm(`before${i}`, at(names.before));
    attention(`attention${i}`, [names.query, names.key, names.value].map(at));
    linear(`attended${i}`, at(names.out), width, width);
    norm(`after${i}`, at(names.after));
    linear(`up${i}`, at(names.up), width, hidden);
    linear(`down${i}`, at(names.down), hidden, width);
    if (!names.scales) continue;
    scale(`attended_scale${i}`, at(names.scales[0]));
    scale(`down_scale${i}`, at(names.scales[1]));
  }
}
