import { expect, test } from 'vitest';
import { matrix } from '../../heads/algebra/matrix.js';
import { headScores } from '../../heads/head.js';
import { logisticHead } from '../../heads/linear/logistic.js';
import { randomFrom } from '../../random/random.js';
import { argMax } from '../../statistics/classification.js';
import { encodeTable, fitTable } from '../table.js';

test('a date is its time, and the sine and cosine of where it is in the week', () => {
  // Thursday 1 January 1970, noon of Saturday and Monday: half a week is 3.5 days.
  const values = Float32Array.of(0, 2.5, 3.5, Number.NaN);
  const column = { kind: 'NUMBER', name: 'when', values, reading: { as: 'DATE', order: 'YMD' } } as const;
  const input = fitTable([column], [0, 1, 2, 3]);
  expect(input.columns).toMatchObject([{ cycles: [7, 1], mean: 2, flagMissing: true }]);
  const found = encodeTable(input, [column], [2, 3]);
  const deviation = Math.sqrt((4 + 0.25 + 2.25) / 3);
  const expected = [1.5 / deviation, 0, 0, -1, 0, -1, 0, 1, 0, 0, 0, 0];
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 5);
});

test('numbers that are not dates have no cycles', () => {
  const column = { kind: 'NUMBER', name: 'size', values: Float32Array.of(1, 200, 3000) } as const;
  expect(fitTable([column], [0, 1, 2]).columns[0]).not.toHaveProperty('cycles');
});

test('a line tells weekends from other days by their dates', () => {
  const random = randomFrom(3);
  const days = Float32Array.from({ length: 300 }, () => 19_000 + random.below(900));
  // 1 January 1970 was a Thursday.
  const isWeekend = (day: number) => ((day + 4) % 7 === 6 || (day + 4) % 7 === 0 ? 1 : 0);
  const labels = Int32Array.from(days, isWeekend);
  const column = {
    kind: 'NUMBER',
    name: 'when',
    values: days,
    reading: { as: 'DATE', order: 'YMD' },
  } as const;
  const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  const input = fitTable([column], rows(0, 100));
  const encoded = (some: number[]) => {
    const values = encodeTable(input, [column], some);
    return matrix(some.length, values.length / some.length, values);
  };
  const head = logisticHead({ features: encoded(rows(0, 100)), labels: labels.slice(0, 100), ways: 2 }, 0.01);
  const scores = headScores(head, encoded(rows(100, 300)));
  const answers = argMax(Float32Array.from(scores.values), 2);
  expect(answers.filter((answer, i) => answer === labels[100 + i]).length).toBe(200);
});
