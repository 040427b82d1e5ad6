import { add, div, mul, scalar, sqrt, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { OptimizerConfig } from './optimizer.js';
import { stepFactors } from './step-factors.js';

/**
 * One parameter's update number t = 1, 2, …: the new value and the new slots, in the order of `slotNames`.
 * SGD and momentum as in PyTorch (the velocity is a sum of gradients, the rate multiplies it), Adam as in Kingma
 * 2015, AdamW as in Loshchilov 2019.
 */
export function eagerUpdate(
  optimizer: OptimizerConfig,
  {
    name,
    value,
    gradient,
    slots,
  }: { name: string; value: Tensor; gradient: Tensor; slots: readonly Tensor[] },
  rate: number,
  t: number,
): Tensor[] {
  switch (optimizer.kind) {
    case 'sgd':
      return [sub(value, mul(gradient, scalar(rate)))];
    case 'momentum': {
      const velocity = add<Tensor>(mul(slots[0]!, scalar(optimizer.momentum)), gradient);
      const ahead = optimizer.nesterov ? add(gradient, mul(velocity, scalar(optimizer.momentum))) : velocity;
      return [sub(value, mul(ahead, scalar(rate))), velocity];
    }
    case 'adam':
    case 'adamw': {
      const { beta1, beta2 } = optimizer;
      const factors = stepFactors(optimizer, rate, t);
      const m = add<Tensor>(mul(slots[0]!, scalar(beta1)), mul(gradient, scalar(1 - beta1)));
      const v = add<Tensor>(mul(slots[1]!, scalar(beta2)), mul(square(gradient), scalar(1 - beta2)));
      const decays = optimizer.kind === 'adamw' && optimizer.decayed.includes(name);
      const decayed = decays ? mul(value, scalar(1 - rate * optimizer.weightDecay)) : value;
      const direction = div(m, add(sqrt(v), scalar(factors.epsilon)));
      return [sub(decayed, mul(direction, scalar(factors.rate))), m, v];
    }
  }
}
