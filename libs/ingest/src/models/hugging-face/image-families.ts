import * as z from 'zod';
import { type BlockNames, clipBlock } from './block-names.js';

const size = z.int().positive();
/** Of a side, in pixels. */
export const side = size.max(4096);
const vitConfig = z.object({
  hidden_size: size,
  num_hidden_layers: size,
  num_attention_heads: size,
  intermediate_size: size,
  image_size: side,
  patch_size: side,
  num_channels: z.literal(3).default(3),
  hidden_act: z.string().default('gelu'),
  layer_norm_eps: z.number().positive().default(1e-12),
});
/** What configurations leave out is as `transformers` fills it in. */
const clipConfig = z.object({
  ...vitConfig.shape,
  hidden_size: size.default(768),
  num_hidden_layers: size.default(12),
  num_attention_heads: size.default(12),
  intermediate_size: size.default(3072),
  image_size: side.default(224),
  patch_size: side.default(32),
  hidden_act: z.string().default('quick_gelu'),
  layer_norm_eps: z.number().positive().default(1e-5),
  projection_dim: size.default(512),
});
const siglipConfig = clipConfig.omit({ projection_dim: true }).extend({
  patch_size: side.default(16),
  hidden_act: z.string().default('gelu_pytorch_tanh'),
  layer_norm_eps: z.number().positive().default(1e-6),
  vision_use_head: z.literal(true, 'models without a pooling head are not supported').default(true),
});
const dinoConfig = clipConfig
  .omit({ projection_dim: true, intermediate_size: true })
  .extend({
    patch_size: side.default(14),
    hidden_act: z.string().default('gelu'),
    layer_norm_eps: z.number().positive().default(1e-6),
    mlp_ratio: z.number().positive().default(4),
    use_swiglu_ffn: z.literal(false, 'SwiGLU layers are not supported').default(false),
  })
  .transform((config) => ({
    ...config,
    intermediate_size: Math.trunc(config.hidden_size * config.mlp_ratio),
  }));

/** Sizes of a vision transformer, as ViT's configuration calls them. */
export type ImageConfig = z.output<typeof vitConfig> & { readonly projection_dim?: number };

/** How an architecture of pictures names its weights, and what its layers are. */
export interface ImageFamily {
  readonly config: z.ZodType<ImageConfig>;
  /** The convolution over patches. */
  readonly patches: string;
  readonly patchBias: boolean;
  /** The token that gathers what the patches say; without it a learned query does, with these names behind the blocks. */
  readonly first?: string;
  readonly head?: string;
  readonly positions: string;
  /** The first token and positions have an axis of length 1 for the batch. */
  readonly batched: boolean;
  /** A normalisation before the blocks. */
  readonly normFirst?: string;
  readonly blocks: BlockNames;
  readonly last: string;
  /** A linear layer without bias, beside the tower; a tower that was saved alone may lack it. */
  readonly projection?: string;
  /** Positions are interpolated where the processor cuts pictures of another size. */
  readonly interpolates: boolean;
}

const vit: ImageFamily = {
  config: vitConfig,
  patches: 'embeddings.patch_embeddings.projection',
  patchBias: true,
  first: 'embeddings.cls_token',
  positions: 'embeddings.position_embeddings',
  batched: true,
  blocks: {
    block: (i) => `encoder.layer.${i}`,
    before: 'layernorm_before',
    query: 'attention.attention.query',
    key: 'attention.attention.key',
    value: 'attention.attention.value',
    out: 'attention.output.dense',
    after: 'layernorm_after',
    up: 'intermediate.dense',
    down: 'output.dense',
  },
  last: 'layernorm',
  interpolates: false,
};
const clip: ImageFamily = {
  config: clipConfig,
  patches: 'embeddings.patch_embedding',
  patchBias: false,
  first: 'embeddings.class_embedding',
  positions: 'embeddings.position_embedding.weight',
  batched: false,
  normFirst: 'pre_layrnorm',
  blocks: clipBlock,
  last: 'post_layernorm',
  projection: 'visual_projection',
  interpolates: false,
};
export const imageFamilies: Readonly<Record<string, ImageFamily>> = {
  vit,
  dinov2: {
    ...vit,
    config: dinoConfig,
    blocks: {
      ...vit.blocks,
      before: 'norm1',
      after: 'norm2',
      up: 'mlp.fc1',
      down: 'mlp.fc2',
      scales: ['layer_scale1.lambda1', 'layer_scale2.lambda1'],
    },
    interpolates: true,
  },
  clip_vision_model: clip,
  siglip_vision_model: {
    config: siglipConfig,
    patches: 'embeddings.patch_embedding',
    patchBias: true,
    head: 'head',
    positions: 'embeddings.position_embedding.weight',
    batched: false,
    blocks: clipBlock,
    last: 'post_layernorm',
    interpolates: false,
  },
};
