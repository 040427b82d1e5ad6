import {
  add,
  clone,
  engine,
  keep,
  type Scalar,
  scalar,
  type Tensor,
  tidy,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { installGradients } from '../gradients/install.js';
import { clipByNorm } from './clip.js';
import { penaltyValue } from './penalty.js';
import type { Scope, Tensors, Training } from './program.js';

export interface Objective {
  /** What a step reports: `loss` without the penalty, `penalty`, and the metrics. */
  readonly reported: Readonly<Record<string, Scalar>>;
  readonly state: Tensors;
  /** Of loss + penalty, clipped; zeros for a parameter that the loss does not read. */
  readonly gradients: Tensors;
}

/** One evaluation of a training function with its gradients; the same for every engine. Call it inside a tidy. */
export function objective(training: Training, parameters: Tensors, scope: Scope): Objective {
  installGradients();
  const names = Object.keys(parameters);
  const held: Record<string, Tensor> = {};
  const state: Record<string, Tensor> = {};
  const total = () => {
    const result = training.loss(parameters, scope);
    const penalty = training.penalty && penaltyValue(training.penalty, parameters);
    // The forward scope of the tape disposes what it does not return.
    held.loss = keep(clone(result.loss));
    held.penalty = keep(penalty ? clone(penalty) : scalar(0));
    for (const [name, metric] of Object.entries(result.metrics ?? {})) held[name] = keep(clone(metric));
    for (const [name, value] of Object.entries(result.state ?? {})) state[name] = keep(clone(value));
    return penalty ? add(result.loss, penalty) : result.loss;
  };
  const inputs = names.map((name) => parameters[name]!);
  const { grads } = engine().gradients(total as () => Tensor, inputs, undefined, true) as {
    grads: (Tensor | undefined)[];
  };
  const raw = Object.fromEntries(names.map((name, i) => [name, grads[i] ?? zerosLike(inputs[i]!)]));
  return {
    reported: released(held) as Record<string, Scalar>,
    state: released(state),
    gradients: clipByNorm(raw, training.optimizer.clipNorm),
  };
}

/** Hands kept tensors over to the scope around, which then disposes them. */
function released(kept: Record<string, Tensor>): Record<string, Tensor> {
  return tidy(() =>
    Object.fromEntries(
      Object.entries(kept).map(([name, tensor]) => {
        const copy = clone(tensor);
        tensor.dispose();
        return [name, copy];
      }),
    ),
  );
}
