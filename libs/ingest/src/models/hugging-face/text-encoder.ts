import { DomainError } from '@kshot/domain';
import type { Activation, Layer, Network, Packed } from '@kshot/fewshot';
import { besides, type Checkpoint, checkpoint } from './checkpoint.js';
import type { ForeignArrays } from './foreign-arrays.js';
import { type EncoderConfig, type Family, families } from './text-families.js';

/** A network of features and its weights. */
export interface ForeignBackbone {
  readonly network: Network;
  readonly weights: Readonly<Record<string, Packed>>;
}

const activations: Readonly<Record<string, Activation>> = { gelu: 'gelu', relu: 'relu' };

/** The last hidden states of a text encoder, their mean over the tokens, of length 1. */
export function textEncoderNetwork(
  type: string,
  config: unknown,
  arrays: ForeignArrays,
  settings: { readonly length: number },
): ForeignBackbone {
  const family = families[type] as Family;
  const parsed = family.config.safeParse(config);
  if (!parsed.success)
    throw new DomainError(
      'DATA_FORMAT',
      `config.json of a ${type} model lacks ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}. Save the model with save_pretrained.`,
    );
  const c = parsed.data;
  const activation = activations[c.hidden_act];
  if (!activation)
    throw new DomainError(
      'DATA_FORMAT',
      `The activation ${c.hidden_act} of this ${type} model is not read. Models with ${Object.keys(activations).join(' or ')} are.`,
    );
  const from = checkpoint(arrays, 'embeddings.word_embeddings.weight');
  const weights: Record<string, Packed> = {};
  const layers: Layer[] = [];
  const width = c.hidden_size;
  const norm = (name: string, source: string) => {
    layers.push({ kind: 'layerNorm', name, epsilon: c.layer_norm_eps });
    weights[`${name}/gamma`] = from.array(`${source}.weight`, [width]);
    weights[`${name}/beta`] = from.array(`${source}.bias`, [width]);
  };
  const linear = (name: string, source: string, inputs: number, units: number, act: Activation) => {
    layers.push({ kind: 'dense', name, units, activation: act });
    const { kernel, bias } = from.linear(source, inputs, units);
    weights[`${name}/kernel`] = kernel;
    weights[`${name}/bias`] = bias;
  };

  const positions = positionsOf(from, c, family.positionsAfterPadding);
  const places = positions.shape[0] as number;
  layers.push({ kind: 'embedding', name: 'tokens', vocabulary: c.vocab_size, positions: places, width });
  weights['tokens/words'] = from.array('embeddings.word_embeddings.weight', [c.vocab_size, width]);
  weights['tokens/positions'] = positions;
  norm('tokens_norm', 'embeddings.LayerNorm');
  let before = 'tokens_norm';
  for (let i = 0; i < c.num_hidden_layers; i++) {
    const at = (part: string) => `${family.block(i)}.${part}`;
    const parts = [family.query, family.key, family.value].map((part) => from.linear(at(part), width, width));
    layers.push({
      kind: 'attention',
      name: `attention${i}`,
      heads: c.num_attention_heads,
      padding: c.pad_token_id,
    });
    weights[`attention${i}/kernel`] = besides(parts.map(({ kernel }) => kernel));
    weights[`attention${i}/bias`] = besides(parts.map(({ bias }) => bias));
    linear(`attended${i}`, at(family.out), width, width, 'linear');
    layers.push({ kind: 'add', name: `add${i}`, with: before });
    norm(`middle${i}`, at(family.outNorm));
    linear(`up${i}`, at(family.up), width, c.intermediate_size, activation);
    linear(`down${i}`, at(family.down), c.intermediate_size, width, 'linear');
    layers.push({ kind: 'add', name: `sum${i}`, with: `middle${i}` });
    norm(`block${i}`, at(family.downNorm));
    before = `block${i}`;
  }
  layers.push({ kind: 'meanTokens', name: 'mean', padding: c.pad_token_id });
  layers.push({ kind: 'l2Normalize', name: 'unit' });
  return { network: { inputShape: [Math.min(settings.length, places)], layers }, weights };
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
