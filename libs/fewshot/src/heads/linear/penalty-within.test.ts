import { expect, it } from 'vitest';
import { randomFrom } from '../../random/random.js';
import { matrix } from '../algebra/matrix.js';
import { spread } from '../algebra/spread.js';
import { headKind } from '../head-kinds.js';

const WAYS = 40;
const DIM = 16;

/** Six examples of each of many classes, of length about 1; without a signal their classes are drawn by lot. */
function support(signal: number) {
  const { normal } = randomFrom(1);
  const means = Array.from({ length: WAYS * DIM }, () => signal * normal());
  const labels = Int32Array.from({ length: 6 * WAYS }, (_, i) => i % WAYS);
  const values = Float64Array.from({ length: labels.length * DIM }, (_, at) => {
    const [row, column] = [Math.floor(at / DIM), at % DIM];
    return ((means[(labels[row] as number) * DIM + column] as number) + normal()) / 8;
  });
  return { features: matrix(labels.length, DIM, values), labels, ways: WAYS };
}
const relativePenalty = (signal: number) => {
  const some = support(signal);
  return (headKind('LOGISTIC').penaltyFor?.(some) as number) / spread(some.features);
};

it('of many classes that say nothing, logistic regression chooses a large penalty', () => {
  expect(relativePenalty(0)).toBeGreaterThan(5);
});

it('of many classes that are clear, it chooses a small one', () => {
  expect(relativePenalty(4)).toBeLessThan(1);
});
