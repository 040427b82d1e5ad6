import { DomainError } from '@kshot/domain';
import type { Activation } from '@kshot/fewshot';

const activations: Readonly<Record<string, Activation>> = {
  gelu: 'gelu',
  relu: 'relu',
  quick_gelu: 'quickGelu',
  gelu_pytorch_tanh: 'tanhGelu',
  gelu_new: 'tanhGelu',
};

/** An activation by the name that a configuration gives. Throws DATA_FORMAT for others. */
export function activationOf(name: string, type: string): Activation {
  const found = Object.hasOwn(activations, name) ? activations[name] : undefined;
  if (found) return found;
  throw new DomainError(
    'DATA_FORMAT',
    `The activation ${name.slice(0, 80)} of this ${type} model is not supported. Supported: ${Object.keys(activations).join(', ')}.`,
  );
}
