import type { OptimizerConfig } from './optimizer.js';

export interface StepFactors {
  /** What the update is multiplied by. */
  readonly rate: number;
  /** Added to √v; only for Adam. */
  readonly epsilon: number;
}

/**
 * Adam's bias corrections folded into two numbers of each step t = 1, 2, …, reckoned in double precision:
 * rate·m̂/(√v̂ + ε) = rate·√(1−β₂ᵗ)/(1−β₁ᵗ) · m/(√v + ε·√(1−β₂ᵗ)) (Kingma 2015, section 2).
 */
export function stepFactors(optimizer: OptimizerConfig, rate: number, t: number): StepFactors {
  if (optimizer.kind !== 'adam' && optimizer.kind !== 'adamw') return { rate, epsilon: 0 };
  const root = Math.sqrt(1 - optimizer.beta2 ** t);
  return { rate: (rate * root) / (1 - optimizer.beta1 ** t), epsilon: optimizer.epsilon * root };
}
