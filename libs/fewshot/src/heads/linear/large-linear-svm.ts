import type { Algebra } from '../algebra/algebra.js';
import { lbfgs } from '../algebra/lbfgs.js';
import { extended } from '../algebra/matrix.js';
import type { LinearHead, Support } from '../head.js';
import { linearHeadOf } from './linear-head-of.js';

/** `linearSvm` where the classes are many: the squared hinge is smooth, so all classes are minimised together (Lin 2008 for one). */
export function largeLinearSvm(
  algebra: Algebra,
  { features, labels, ways }: Support,
  cost: number,
  tolerance: number,
): LinearHead {
  const width = features.columns + 1;
  const kept = algebra.keep(extended(features, () => [1, 1]));
  const gradientAt = (w: Float64Array): Float64Array => {
    const scores = kept.rowProducts({ rows: ways, columns: width, values: w });
    const { values } = scores;
    for (let i = 0, at = 0; i < scores.rows; i++)
      for (let k = 0; k < ways; k++, at++) {
        const sign = labels[i] === k ? 1 : -1;
        const miss = 1 - sign * (values[at] as number);
        values[at] = miss > 0 ? -2 * cost * sign * miss : 0;
      }
    const gradient = kept.columnProducts(scores).values;
    for (let j = 0; j < gradient.length; j++) gradient[j] = (gradient[j] as number) + (w[j] as number);
    return gradient;
  };
  try {
    const start = { x: new Float64Array(ways * width), history: [] };
    return linearHeadOf(lbfgs(gradientAt, start, Math.max(tolerance, 1e-6) * cost).x, ways);
  } finally {
    kept.dispose();
  }
}
