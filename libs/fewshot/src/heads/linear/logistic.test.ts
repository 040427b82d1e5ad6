import { expect, test } from 'vitest';
import { randomFrom } from '../../random/random.js';
import { matrix } from '../algebra/matrix.js';
import { logisticHead } from './logistic.js';

const random = randomFrom(6);
const labels = Int32Array.from({ length: 3000 }, () => random.below(3));
const support = {
  features: matrix(
    3000,
    3,
    Float64Array.from(
      { length: 9000 },
      (_, at) => random.normal() + Number(labels[Math.floor(at / 3)] === at % 3),
    ),
  ),
  labels,
  ways: 3,
};
/** The largest part of the gradient of the mean loss with the penalty 1. */
function slope({ weights, bias }: ReturnType<typeof logisticHead>): number {
  const parts = new Float64Array(12);
  for (let i = 0; i < 3000; i++) {
    const x = support.features.values.subarray(3 * i, 3 * i + 3);
    const powers = [0, 1, 2].map((k) =>
      Math.exp(bias[k]! + x.reduce((sum, value, j) => sum + value * weights.values[3 * k + j]!, 0)),
    );
    const all = powers.reduce((sum, power) => sum + power, 0);
    for (let k = 0; k < 3; k++) {
      const residual = powers[k]! / all - Number(labels[i] === k);
      for (let j = 0; j < 3; j++) parts[3 * k + j]! += residual * x[j]!;
      parts[9 + k]! += residual;
    }
  }
  for (let at = 0; at < 9; at++) parts[at]! += weights.values[at]!;
  return parts.reduce((top, part) => Math.max(top, Math.abs(part)), 0) / 3000;
}

test('many examples, which begin at what a part of them ends at, end where the loss is least', () => {
  expect(slope(logisticHead(support, 1, undefined, { tolerance: 1e-7 }))).toBeLessThan(2e-7);
});

test('what begins at another head ends at the same place', () => {
  const found = logisticHead(support, 1, undefined, { tolerance: 1e-7 });
  const again = logisticHead(support, 1, undefined, { tolerance: 1e-7, start: found });
  for (const [at, weight] of again.weights.values.entries())
    expect(weight).toBeCloseTo(found.weights.values[at]!, 4);
});
