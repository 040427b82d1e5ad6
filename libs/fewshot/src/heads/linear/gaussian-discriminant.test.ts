import { expect, it } from 'vitest';
import { randomFrom } from '../../random/random.js';
import { matrix } from '../algebra/matrix.js';
import { softmaxOfRows } from '../algebra/softmax.js';
import { headScores } from '../head.js';
import { discriminant } from './discriminant.js';
import { gaussianDiscriminant } from './gaussian-discriminant.js';

it('scores are log densities: by hand, N(0, 1) and N(10, 4) at 5', () => {
  const support = { features: matrix(4, 1, [-1, 1, 8, 12]), labels: Int32Array.of(0, 0, 1, 1), ways: 2 };
  const [near = 0, far = 0] = gaussianDiscriminant(support, 1e-12).scores(matrix(1, 1, [5])).values;
  expect(near - far).toBeCloseTo(-25 / 2 + 25 / 8 + Math.log(4) / 2, 6);
});

it('with all covariances pooled it is linear discriminant analysis', () => {
  const random = randomFrom(5);
  const labels = Int32Array.from({ length: 40 }, (_, i) => i % 3);
  const features = matrix(
    40,
    4,
    Array.from({ length: 160 }, (_, at) => random.normal() + (at % 7)),
  );
  const support = { features, labels, ways: 3 };
  const linear = softmaxOfRows(headScores(discriminant(support), features)).values;
  const found = softmaxOfRows(gaussianDiscriminant(support, 1).scores(features)).values;
  expect([...found]).toEqual([...linear].map((share) => expect.closeTo(share, 6)));
});
