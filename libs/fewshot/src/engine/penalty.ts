import { abs, addN, mul, type Scalar, scalar, square, sum, tidy } from '@tensorflow/tfjs-core';
import type { Penalty } from './optimizer.js';
import type { Tensors } from './program.js';
import { ProgramError } from './program-error.js';

/** λ R(w): l2 = Σ w²/2, l1 = Σ |w|, elastic = mix·l1 + (1 − mix)·l2. A penalty on nothing is 0. */
export function penaltyValue(penalty: Penalty, parameters: Tensors): Scalar {
  return tidy(() => {
    const mix = penalty.kind === 'l1' ? 1 : penalty.kind === 'l2' ? 0 : (penalty.mix ?? 0.5);
    const terms = penalty.parameters.flatMap((name) => {
      const w = parameters[name];
      if (!w) throw new ProgramError('UNKNOWN_NAME', `the penalty names ${name}, which is no parameter`);
      const l1 = mix === 0 ? [] : [mul(sum(abs(w)), mix)];
      const l2 = mix === 1 ? [] : [mul(sum(square(w)), (1 - mix) / 2)];
      return [...l1, ...l2];
    });
    return terms.length === 0 ? scalar(0) : (mul(addN(terms), penalty.weight) as Scalar);
  });
}
