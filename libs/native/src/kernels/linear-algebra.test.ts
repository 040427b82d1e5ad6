import { argMax, headScores, matrix, penaltyGrid, randomFrom, ridgeHead, unitPlans } from '@kshot/fewshot';
import { type Tensor, tensor2d, engine as tfEngine } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { loadBackend } from '../backend.js';

const { native } = await loadBackend();
const random = randomFrom(3);

/** Features [n, dim] of three classes, one column each a little higher. */
function mixture(n: number, dim: number) {
  const labels = Int32Array.from({ length: n }, (_, i) => i % 3);
  const values = Float64Array.from(
    { length: n * dim },
    (_, i) => random.normal() + (i % dim === labels[Math.floor(i / dim)] ? 1 : 0),
  );
  return { labels, features: matrix(n, dim, values) };
}

test.skipIf(!native)('eigenvalues ascend, and A⁻¹B solves', () => {
  // Eigenvalues 1 and 3 of [[2, 1], [1, 2]]; its solution for (3, 3) is (1, 1).
  const a = tensor2d([2, 1, 1, 2], [2, 2]);
  const [values] = tfEngine().runKernel('SelfAdjointEigen', { a }) as Tensor[];
  expect([...values!.dataSync()]).toEqual([expect.closeTo(1, 5), expect.closeTo(3, 5)]);
  const solved = tfEngine().runKernel('MatrixSolve', { a, b: tensor2d([3, 3], [2, 1]) }) as Tensor;
  expect([...solved.dataSync()]).toEqual([expect.closeTo(1, 5), expect.closeTo(1, 5)]);
});

// 62 examples: folds of two sizes. Fewer features than examples, and more.
test.skipIf(!native).each([6, 90])(
  'ridge of all folds from one decomposition is a fit for each, %i features',
  (dim) => {
    const { labels, features } = mixture(62, dim);
    const plans = unitPlans({ kind: 'FOLDS', folds: 5, seed: 1 }, labels, 3);
    const penalties = [0.1, 10, 1000];
    const { scores } = penaltyGrid(features, labels, 3, 'RIDGE', penalties, plans);
    const rows = (chosen: Int32Array) =>
      matrix(
        chosen.length,
        dim,
        [...chosen].flatMap((row) => [...features.values.subarray(row * dim, (row + 1) * dim)]),
      );
    for (const [l, penalty] of penalties.entries())
      for (const [f, plan] of plans.entries()) {
        const head = ridgeHead({ features: rows(plan.fitRows), labels: plan.fitTruth, ways: 3 }, penalty);
        const said = argMax(Float32Array.from(headScores(head, rows(plan.rows)).values), 3);
        const right = said.filter((k, i) => k === plan.truth[i]).length;
        expect(scores[l]![f]).toBe(right / plan.rows.length);
      }
  },
);
