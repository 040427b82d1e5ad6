import { expect, test } from 'vitest';
import { headSeconds } from './head-seconds.js';

const size = { examples: 500, columns: 20, ways: 5 };

test('a head takes longer on more examples, columns and classes', () => {
  const seconds = headSeconds('TABLE_ENSEMBLE', size) as number;
  for (const more of [{ examples: 1000 }, { columns: 40 }, { ways: 10 }])
    expect(headSeconds('TABLE_ENSEMBLE', { ...size, ...more }), JSON.stringify(more)).toBeGreaterThan(
      seconds,
    );
});

test('an ensemble of tables takes several times as long as a linear head', () => {
  expect(headSeconds('TABLE_ENSEMBLE', size)! / headSeconds('LOGISTIC', size)!).toBeGreaterThan(10);
});
