import { expect, test } from 'vitest';
import { matrix } from '../../heads/algebra/matrix.js';
import { suspiciousLabels } from './suspicious-labels.js';

/** The rows whose labels are probably wrong. */
const wrongRows = (probabilities: number[], labels: number[], groups: number[]): number[] =>
  suspiciousLabels(
    matrix(labels.length, 2, probabilities),
    Int32Array.from(labels),
    Int32Array.from(groups),
  ).flatMap(({ row, probable }) => (probable ? [row] : []));

test('copies of one label are suggested another label together', () => {
  // Rows 0 and 1 are copies: 0.1 and 0.56 for their label, 0.33 on average.
  const probabilities = [0.1, 0.9, 0.56, 0.44, 0.9, 0.1, 0.35, 0.65, 0.35, 0.65];
  expect(wrongRows(probabilities, [0, 0, 0, 1, 1], [0, 0, 2, 3, 4])).toEqual([0, 1]);
});

test('copies of one label keep it together where their mean is for it', () => {
  // 0.3 and 0.9: 0.6 on average.
  const probabilities = [0.3, 0.7, 0.9, 0.1, 0.6, 0.4, 0.35, 0.65, 0.35, 0.65];
  expect(wrongRows(probabilities, [0, 0, 0, 1, 1], [0, 0, 2, 3, 4])).toEqual([]);
});

test('copies with other labels are judged for themselves', () => {
  const probabilities = [0.1, 0.9, 0.1, 0.9, 0.9, 0.1, 0.1, 0.9, 0.2, 0.8];
  expect(wrongRows(probabilities, [0, 1, 0, 1, 1], [0, 0, 2, 3, 4])).toEqual([0]);
});
