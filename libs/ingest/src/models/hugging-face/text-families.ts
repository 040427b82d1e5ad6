import * as z from 'zod';

const sizes = {
  vocab_size: z.int().positive(),
  max_position_embeddings: z.int().positive(),
};
const bertConfig = z.object({
  ...sizes,
  hidden_size: z.int().positive(),
  num_hidden_layers: z.int().positive(),
  num_attention_heads: z.int().positive(),
  intermediate_size: z.int().positive(),
  hidden_act: z.string().default('gelu'),
  layer_norm_eps: z.number().positive().default(1e-12),
  pad_token_id: z.int().nonnegative().default(0),
  type_vocab_size: z.int().nonnegative().default(2),
  relative_attention_num_buckets: z.int().positive().default(32),
});
const distilConfig = z
  .object({
    ...sizes,
    dim: z.int().positive(),
    n_layers: z.int().positive(),
    n_heads: z.int().positive(),
    hidden_dim: z.int().positive(),
    activation: z.string().default('gelu'),
    pad_token_id: z.int().nonnegative().default(0),
  })
  .transform(({ dim, n_layers, n_heads, hidden_dim, activation, ...rest }) => ({
    ...rest,
    hidden_size: dim,
    num_hidden_layers: n_layers,
    num_attention_heads: n_heads,
    intermediate_size: hidden_dim,
    hidden_act: activation,
    layer_norm_eps: 1e-12,
    type_vocab_size: 0,
    relative_attention_num_buckets: 32,
  }));

/** Sizes of a text encoder, as BERT's configuration calls them. */
export type EncoderConfig = z.output<typeof bertConfig>;

/** How an architecture names its weights within a block, and what its positions begin with. */
export interface Family {
  readonly config: z.ZodType<EncoderConfig>;
  readonly block: (i: number) => string;
  readonly query: string;
  readonly key: string;
  readonly value: string;
  readonly out: string;
  readonly outNorm: string;
  readonly up: string;
  readonly down: string;
  readonly downNorm: string;
  /** Places before the first token's: of these architectures positions begin behind the number of padding. */
  readonly positionsAfterPadding: boolean;
  /** Weights by distance, one array for all blocks. */
  readonly distances?: string;
}
const bert: Family = {
  config: bertConfig,
  block: (i) => `encoder.layer.${i}`,
  query: 'attention.self.query',
  key: 'attention.self.key',
  value: 'attention.self.value',
  out: 'attention.output.dense',
  outNorm: 'attention.output.LayerNorm',
  up: 'intermediate.dense',
  down: 'output.dense',
  downNorm: 'output.LayerNorm',
  positionsAfterPadding: false,
};
export const families: Readonly<Record<string, Family>> = {
  bert,
  roberta: { ...bert, positionsAfterPadding: true },
  'xlm-roberta': { ...bert, positionsAfterPadding: true },
  mpnet: {
    ...bert,
    config: bertConfig.transform((config) => ({ ...config, type_vocab_size: 0 })),
    query: 'attention.attn.q',
    key: 'attention.attn.k',
    value: 'attention.attn.v',
    out: 'attention.attn.o',
    outNorm: 'attention.LayerNorm',
    positionsAfterPadding: true,
    distances: 'encoder.relative_attention_bias.weight',
  },
  distilbert: {
    config: distilConfig,
    block: (i) => `transformer.layer.${i}`,
    query: 'attention.q_lin',
    key: 'attention.k_lin',
    value: 'attention.v_lin',
    out: 'attention.out_lin',
    outNorm: 'sa_layer_norm',
    up: 'ffn.lin1',
    down: 'ffn.lin2',
    downNorm: 'output_layer_norm',
    positionsAfterPadding: false,
  },
};
