import { describe, expect, it } from 'vitest';
import { columnMeans, columnProducts, matrix, rowsOf } from './algebra/matrix.js';
import { crossValidated } from './cross-validated.js';
import reference from './fixtures/heads.json' with { type: 'json' };
import { headScores, type Support } from './head.js';
import { discriminant } from './linear/discriminant.js';
import { kernelRidge } from './linear/kernel-ridge.js';
import { linearSvm } from './linear/linear-svm.js';
import { logisticHead } from './linear/logistic.js';
import { ridgeByLeaveOneOut, ridgeHead } from './linear/ridge.js';
import { cacheHead } from './nearness/cache-head.js';
import { nearestCentroid } from './nearness/nearest-centroid.js';
import { nearestNeighbours } from './nearness/nearest-neighbours.js';
import { prototypeHead } from './nearness/prototype-head.js';
import { powered, unitLength } from './transforms/transforms.js';
import { whitening } from './transforms/whitening.js';

const close = (found: ArrayLike<number>, wanted: readonly number[], digits: number) =>
  expect(Array.from(found)).toEqual(wanted.map((value) => expect.closeTo(value, digits)));

const best = (scores: ArrayLike<number>, ways: number) =>
  Array.from({ length: scores.length / ways }, (_, i) => {
    const row = Array.from(scores).slice(i * ways, (i + 1) * ways);
    return row.indexOf(Math.max(...row));
  });

describe.each(reference)('with $name, as scikit-learn', (known) => {
  const { ways, dim, labels } = known;
  const support: Support = {
    features: matrix(labels.length, dim, known.x),
    labels: Int32Array.from(labels),
    ways,
  };
  const queries = matrix(ways, dim, known.queries);

  it('fits a ridge, its leave-one-out errors and its penalty', () => {
    const { weights, bias } = ridgeHead(support, 2);
    close(weights.values, known.ridge.weights, 8);
    close(bias, known.ridge.bias, 8);
    close(
      known.alphas.map((alpha) => ridgeHead(support, alpha).leaveOneOut),
      known.leaveOneOut,
      8,
    );
    expect(ridgeByLeaveOneOut(support, known.alphas).penalty).toBe(known.chosen);
  });
  it('fits a logistic regression', () => {
    const head = logisticHead(support, 2);
    close(head.weights.values, known.logistic.weights, 4);
    const scores = headScores(head, queries).values;
    const found = Array.from({ length: ways }, (_, i) => {
      const powers = Array.from(scores.subarray(i * ways, (i + 1) * ways), Math.exp);
      return powers.map((power) => power / powers.reduce((a, b) => a + b, 0));
    });
    close(found.flat(), known.logistic.probabilities, 4);
  });
  it('fits a linear SVM', () => {
    const { weights, bias } = linearSvm(support, 0.7);
    close(weights.values, known.svm.weights, 4);
    close(bias, known.svm.bias, 4);
  });
  it('fits a ridge with a Gaussian kernel', () => {
    close(kernelRidge(support).scores(queries).values, known.kernelRidge, 8);
  });
  it('fits a linear discriminant', () => {
    const { weights, bias } = discriminant(support);
    close(weights.values, known.discriminant.weights, 8);
    close(bias, known.discriminant.bias, 8);
  });
  it('fits a linear discriminant to columns that are constant in a class, and classes of unlike size', () => {
    const kept = Int32Array.from(labels.keys()).subarray(1);
    const steps = matrix(
      labels.length,
      dim,
      Array.from(known.x, (value) => Number(value > 0)),
    );
    const some = { features: rowsOf(steps, kept), labels: support.labels.subarray(1), ways };
    const { weights, bias } = discriminant(some);
    close(weights.values, known.discriminantOfSteps.weights, 8);
    close(bias, known.discriminantOfSteps.bias, 8);
  });
  it('asks nearest neighbours and the nearest centroid', () => {
    close(nearestNeighbours(support, 3, 'UNIFORM').scores(queries).values, known.neighbours, 10);
    close(nearestNeighbours(support, 3, 'DISTANCE').scores(queries).values, known.neighboursByDistance, 10);
    expect(best(headScores(nearestCentroid(support), queries).values, ways)).toEqual(known.centroid);
  });
});

describe('heads by hand', () => {
  const support: Support = {
    features: matrix(4, 2, [1, 0, 3, 0, 0, 2, 0, 4]),
    labels: Int32Array.of(0, 0, 1, 1),
    ways: 2,
  };

  it('the centroid of (1,0) and (3,0) is (2,0): weights 2c, bias −|c|²', () => {
    const { weights, bias } = nearestCentroid(support);
    expect([...weights.values, ...bias]).toEqual([4, 0, 0, 6, -4, -9]);
  });
  it('a linear discriminant of two examples to a class has variances alone, and of one the nearest mean', () => {
    // Class 0 varies by 1 along x, class 1 along y; of each the half is shrunk to the half of both columns; a column without
    // variance counts as 1: Σ = I/2. Means (2,0) and (0,3) lie ±(1, −1.5) from theirs.
    const { weights, bias } = discriminant(support);
    close(weights.values, [2, -3, -2, 3], 12);
    const middle = Math.log(0.5) - 0.5 * (2 * 1 + 3 * 1.5);
    close(bias, [middle - (2 * 1 - 3 * 1.5), middle + (2 * 1 - 3 * 1.5)], 12);
    const single = { features: matrix(2, 2, [2, 0, 0, 3]), labels: Int32Array.of(0, 1), ways: 2 };
    expect(best(headScores(discriminant(single), matrix(2, 2, [1, 1.6, 1, 1.4])).values, 2)).toEqual([1, 0]);
  });
  it('a prototype head that is held fast is the centroid, divided by the spread', () => {
    // Common mean (1, 1.5); squared distances 2.25, 6.25, 1.25, 7.25; their mean 4.25.
    const { weights } = prototypeHead(support, 1e9);
    close(weights.values, [4 / 4.25, 0, 0, 6 / 4.25], 6);
  });
  it('a cache adds exp(−β(1 − cos)) of the class to the cosine of its mean', () => {
    const scores = cacheHead(support, { share: 2, sharpness: 1, scale: 1 }).scores(matrix(1, 2, [5, 0]));
    close(scores.values, [1 + 2, 0 + 2 * Math.exp(-1)], 10);
  });
  it('a penalty is chosen by held-out examples, and not where a class has one', () => {
    const fit = (some: Support, penalty: number) => logisticHead(some, penalty);
    expect(crossValidated(support, [1e6, 1e-3], fit, 7)).toBe(1e-3);
    const single = { ...support, labels: Int32Array.of(0, 0, 0, 1) };
    expect(crossValidated(single, [1e6, 1e-3], fit, 7)).toBe(7);
  });
});

describe('feature transforms', () => {
  it('scale to length 1 and take roots', () => {
    close(unitLength(matrix(2, 2, [3, 4, 0, 0])).values, [0.6, 0.8, 0, 0], 12);
    close(powered(matrix(1, 2, [9, -4]), 0.5).values, [3, -2], 12);
  });
  it('whiten to covariance 1', () => {
    const x = matrix(5, 2, [1, 2, 3, 1, 0, 4, 2, 2, 5, 7]);
    const white = whitening(x, 0)(x);
    close(columnMeans(white), [0, 0], 10);
    close(
      columnProducts(white, white).values.map((value) => value / 5),
      [1, 0, 0, 1],
      10,
    );
  });
  it('whiten with fewer examples than columns, by hand', () => {
    // Variance 4 along the first axis and none elsewhere, so that Σ is ½ · 4 + ½ · 4 there and ½ · 4 in the others.
    const white = whitening(matrix(2, 3, [3, 5, 1, -1, 5, 1]), 0.5);
    close(white(matrix(2, 3, [3, 5, 1, 1, 7, 1])).values, [1, 0, 0, 0, Math.SQRT2, 0], 10);
    close(whitening(matrix(2, 2, [1, 2, 1, 2]), 0.5)(matrix(1, 2, [2, 2])).values, [1, 0], 12);
  });
});
