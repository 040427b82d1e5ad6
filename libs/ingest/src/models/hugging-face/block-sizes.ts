import { DomainError } from '@kshot/domain';
import type { Activation } from '@kshot/fewshot';

const activations: Readonly<Record<string, Activation>> = {
  gelu: 'gelu',
  relu: 'relu',
  quick_gelu: 'quickGelu',
  gelu_pytorch_tanh: 'tanhGelu',
  gelu_new: 'tanhGelu',
};

/** What all architectures of transformers say of their blocks. */
interface BlockConfig {
  readonly hidden_size: number;
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
  readonly intermediate_size: number;
  readonly hidden_act: string;
  readonly layer_norm_eps: number;
}

export type BlockSizes = ReturnType<typeof blockSizes>;

/** The sizes of the blocks as our networks call them. Throws DATA_FORMAT for an activation that is not supported. */
export const blockSizes = (type: string, config: BlockConfig) => ({
  width: config.hidden_size,
  blocks: config.num_hidden_layers,
  heads: config.num_attention_heads,
  hidden: config.intermediate_size,
  activation: activationOf(config.hidden_act, type),
  epsilon: config.layer_norm_eps,
});

/** An activation by the name that a configuration gives. Throws DATA_FORMAT for others. */
function activationOf(name: string, type: string): Activation {
  const found = Object.hasOwn(activations, name) ? activations[name] : undefined;
  if (found) return found;
  throw new DomainError(
    'DATA_FORMAT',
    `The activation ${name.slice(0, 80)} of this ${type} model is not supported. Supported: ${Object.keys(activations).join(', ')}.`,
  );
}
