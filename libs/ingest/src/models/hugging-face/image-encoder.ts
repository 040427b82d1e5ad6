import { DomainError } from '@kshot/domain';
import { type Packed, vit } from '@kshot/fewshot';
import { z } from 'zod';
import { type Checkpoint, checkpoint, transformerWeights } from './checkpoint.js';
import type { ForeignArrays } from './foreign-arrays.js';
import type { ForeignBackbone } from './text-encoder.js';

const vitConfig = z.object({
  hidden_size: z.int().positive(),
  num_hidden_layers: z.int().positive(),
  num_attention_heads: z.int().positive(),
  intermediate_size: z.int().positive(),
  image_size: z.int().positive(),
  patch_size: z.int().positive(),
  num_channels: z.literal(3).default(3),
  hidden_act: z.literal('gelu').default('gelu'),
  layer_norm_eps: z.number().default(1e-12),
});
const processorConfig = z.object({
  image_mean: z.array(z.number()).length(3).default([0.5, 0.5, 0.5]),
  image_std: z.array(z.number().positive()).length(3).default([0.5, 0.5, 0.5]),
});

/** What has become of the class token of a vision transformer (Dosovitskiy 2021), for pictures of bytes. */
export function imageEncoderNetwork(
  config: unknown,
  processor: unknown,
  arrays: ForeignArrays,
): ForeignBackbone {
  const parsed = vitConfig.safeParse(config);
  const colours = processorConfig.safeParse(processor);
  if (!parsed.success || !colours.success)
    throw new DomainError(
      'DATA_FORMAT',
      `The configuration of this vit model is not supported: ${(parsed.error ?? colours.error)?.issues.map(({ path }) => path.join('.')).join(', ')}. Save the model with save_pretrained.`,
    );
  const c = parsed.data;
  const width = c.hidden_size;
  const side = Math.floor(c.image_size / c.patch_size);
  const from = checkpoint(arrays, 'embeddings.cls_token');
  const { weights, norm, linear, attention } = transformerWeights(from, width);
  Object.assign(weights, patches(from, c, colours.data));
  weights['tokens/first'] = { ...from.array('embeddings.cls_token', [1, 1, width]), shape: [width] };
  weights['tokens/positions'] = {
    ...from.array('embeddings.position_embeddings', [1, side * side + 1, width]),
    shape: [side * side + 1, width],
  };
  for (let i = 0; i < c.num_hidden_layers; i++) {
    const at = (part: string) => `encoder.layer.${i}.${part}`;
    norm(`before${i}`, at('layernorm_before'));
    attention(
      `attention${i}`,
      ['query', 'key', 'value'].map((part) => at(`attention.attention.${part}`)),
    );
    linear(`attended${i}`, at('attention.output.dense'), width, width);
    norm(`after${i}`, at('layernorm_after'));
    linear(`up${i}`, at('intermediate.dense'), width, c.intermediate_size);
    linear(`down${i}`, at('output.dense'), c.intermediate_size, width);
  }
  norm('last', 'layernorm');
  const network = vit({
    side: c.image_size,
    patch: c.patch_size,
    width,
    blocks: c.num_hidden_layers,
    heads: c.num_attention_heads,
    hidden: c.intermediate_size,
    epsilon: c.layer_norm_eps,
  });
  return { network, weights };
}

/** The convolution over patches, with the pixels' mean and deviation in its weights: [out, colours, p, p] as [p, p, colours, out]. */
function patches(
  from: Checkpoint,
  { hidden_size: width, patch_size: patch }: z.output<typeof vitConfig>,
  { image_mean: mean, image_std: deviation }: z.output<typeof processorConfig>,
): Record<string, Packed> {
  const name = 'embeddings.patch_embeddings.projection';
  const { values } = from.array(`${name}.weight`, [width, 3, patch, patch]);
  const bias = Float32Array.from(from.array(`${name}.bias`, [width]).values);
  const kernel = new Float32Array(values.length);
  for (let out = 0; out < width; out++)
    for (let colour = 0; colour < 3; colour++)
      for (let place = 0; place < patch * patch; place++) {
        const weight = values[(out * 3 + colour) * patch * patch + place] as number;
        const scaled = weight / (deviation[colour] as number);
        kernel[(place * 3 + colour) * width + out] = scaled;
        bias[out] = (bias[out] as number) - scaled * (mean[colour] as number);
      }
  return {
    'patches/kernel': { shape: [patch, patch, 3, width], values: kernel },
    'patches/bias': { shape: [width], values: bias },
  };
}
