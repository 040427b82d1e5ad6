import { expect, it } from 'vitest';
import { shrunk, weightedNormal } from './shrunk.js';

it('a figure as sure as the prior lands in the middle: 4 ± 1 and 2 ± 1 make 3 ± √½', () => {
  const found = shrunk({ mean: 4, deviation: 1 }, { mean: 2, deviation: 1 });
  expect(found.mean).toBeCloseTo(3, 12);
  expect(found.deviation).toBeCloseTo(Math.SQRT1_2, 12);
});

it('a figure half as sure counts a fourth: (4/4 + 2/1) / (1/4 + 1) = 2.4', () => {
  expect(shrunk({ mean: 4, deviation: 2 }, { mean: 2, deviation: 1 }).mean).toBeCloseTo(2.4, 12);
});

it('with equal weights the deviation is that of a sample: of 1, 2 and 3 it is 1', () => {
  const found = weightedNormal(
    [1, 2, 3].map((value) => ({ value, weight: 5 })),
    0,
  );
  expect(found.mean).toBeCloseTo(2, 12);
  expect(found.deviation).toBeCloseTo(1, 12);
});
