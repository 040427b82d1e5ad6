import type { Packed } from '@kshot/fewshot';
import type { Checkpoint, TransformerWeights } from './checkpoint.js';
import type { ImageConfig } from './image-families.js';

/** Adds the head of SigLIP: a learned query that attends to the tokens, and two dense layers. Its first projection is within the query. */
export function addQueryHead(
  from: Checkpoint,
  { weights, norm, linear }: TransformerWeights,
  head: string,
  { hidden_size: width, intermediate_size: hidden }: ImageConfig,
): void {
  const joined = from.array(`${head}.attention.in_proj_weight`, [3 * width, width]).values;
  const bias = from.array(`${head}.attention.in_proj_bias`, [3 * width]).values;
  const probe = from.array(`${head}.probe`, [1, 1, width]).values;
  const query = Float32Array.from({ length: width }, (_, i) => {
    let sum = bias[i] as number;
    for (let j = 0; j < width; j++) sum += (joined[i * width + j] as number) * (probe[j] as number);
    return sum;
  });
  const kernel = new Float32Array(2 * width * width);
  for (let i = 0; i < 2 * width; i++)
    for (let j = 0; j < width; j++) kernel[j * 2 * width + i] = joined[(width + i) * width + j] as number;
  const arrays: Record<string, Packed> = {
    'pool/query': { shape: [width], values: query },
    'pool/kernel': { shape: [width, 2 * width], values: kernel },
    'pool/bias': { shape: [2 * width], values: Float32Array.from(bias.subarray(width)) },
  };
  Object.assign(weights, arrays);
  linear('pooled', `${head}.attention.out_proj`, width, width);
  norm('pooled_norm', `${head}.layernorm`);
  linear('pooled_up', `${head}.mlp.fc1`, width, hidden);
  linear('pooled_down', `${head}.mlp.fc2`, hidden, width);
}
