import * as z from 'zod';

const size = z.int().positive();
/** What configurations leave out is as `transformers` fills it in. */
const clipConfig = z.object({
  vocab_size: size.default(49_408),
  max_position_embeddings: size.default(77),
  hidden_size: size.default(512),
  num_hidden_layers: size.default(12),
  num_attention_heads: size.default(8),
  intermediate_size: size.default(2048),
  hidden_act: z.string().default('quick_gelu'),
  layer_norm_eps: z.number().positive().default(1e-5),
  pad_token_id: z.int().nonnegative().default(1),
  projection_dim: size.default(512),
});
const siglipConfig = clipConfig
  .omit({ projection_dim: true })
  .extend({
    vocab_size: size.default(32_000),
    max_position_embeddings: size.default(64),
    hidden_size: size.default(768),
    num_attention_heads: size.default(12),
    intermediate_size: size.default(3072),
    hidden_act: z.string().default('gelu_pytorch_tanh'),
    layer_norm_eps: z.number().positive().default(1e-6),
    projection_size: size.nullish(),
  })
  .transform((config) => ({ ...config, projection_dim: config.projection_size ?? config.hidden_size }));

/** Sizes of the text encoder of CLIP or SigLIP, as CLIP's configuration calls them. */
export type TextTowerConfig = z.output<typeof clipConfig>;

/** What two text encoders that stand beside vision transformers differ in. */
export interface TextTower {
  readonly config: z.ZodType<TextTowerConfig>;
  readonly reading: 'CAUSAL' | 'FILLED';
  /** A linear layer: OUTSIDE of the tower without bias, where a tower that was saved alone may lack it; or INSIDE with one. */
  readonly projection: { readonly name: string; readonly place: 'INSIDE' | 'OUTSIDE' };
}

export const textTowers: Readonly<Record<string, TextTower>> = {
  clip_text_model: {
    config: clipConfig,
    reading: 'CAUSAL',
    projection: { name: 'text_projection', place: 'OUTSIDE' },
  },
  siglip_text_model: {
    config: siglipConfig,
    reading: 'FILLED',
    projection: { name: 'head', place: 'INSIDE' },
  },
};
