import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { matrix, rowsOf } from '../../heads/algebra/matrix.js';
import { headScores } from '../../heads/head.js';
import { logisticHead } from '../../heads/linear/logistic.js';
import { ridgeHead } from '../../heads/linear/ridge.js';
import { randomFrom } from '../../random/random.js';
import { argMax } from '../../statistics/classification.js';
import { unitPlans } from '../units/protocol.js';
import { penaltyGrid } from './penalty-grid.js';

const random = randomFrom(4);
const labels = Int32Array.from({ length: 60 }, (_, i) => i % 3);
const features = matrix(
  60,
  6,
  Float64Array.from(
    { length: 360 },
    (_, i) => random.normal() + (i % 6 === labels[Math.floor(i / 6)] ? 1 : 0),
  ),
);
const plans = unitPlans({ kind: 'FOLDS', folds: 5, seed: 1 }, labels, 3);
const penalties = [0.1, 10, 1000];

test.each(['RIDGE', 'LOGISTIC'] as const)('%s over a grid is one fit for each penalty and fold', (method) => {
  const { scores, means, chosen } = penaltyGrid(features, labels, 3, method, penalties, plans);
  for (const [l, penalty] of penalties.entries())
    for (const [f, { fitRows, fitTruth, rows, truth }] of plans.entries()) {
      const fit = method === 'RIDGE' ? ridgeHead : logisticHead;
      const head = fit({ features: rowsOf(features, fitRows), labels: fitTruth, ways: 3 }, penalty);
      const said = argMax(Float32Array.from(headScores(head, rowsOf(features, rows)).values), 3);
      expect(scores[l]![f]).toBe(said.filter((k, i) => k === truth[i]).length / truth.length);
    }
  expect(chosen).toBe(penalties[means.indexOf(Math.max(...means))]);
});

test('parts that are no folds are refused', () => {
  const [plan] = plans;
  const some = { ...plan!, fitRows: plan!.fitRows.subarray(1) };
  expect(() => penaltyGrid(features, labels, 3, 'RIDGE', penalties, [some])).toThrow(/must fit on all/);
});
