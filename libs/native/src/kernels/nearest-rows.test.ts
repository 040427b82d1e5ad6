import { matrix, randomFrom } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import { loadBackend } from '../backend.js';
import { doubleAlgebra } from './double-algebra.js';

const { native } = await loadBackend();
const random = randomFrom(9);

/** Rows far from the origin; one of them as far off as it is told. */
function drawn(rows: number, columns: number, odd = 1) {
  const values = Float64Array.from({ length: rows * columns }, () => 1000 + random.normal());
  for (let j = 0; j < columns; j++) values[j] = 1000 + odd * random.normal();
  return matrix(rows, columns, values);
}

// Few columns, many, and many with a row that is far away.
test.skipIf(!native).each([
  [5, 1],
  [80, 1],
  [80, 1e6],
])(
  'the nearest of rows of %i columns are among those that are found, the odd one %d away',
  (columns, odd) => {
    const [rows, queries] = [drawn(300, columns, odd), drawn(20, columns)];
    const found = doubleAlgebra.nearest(queries, rows, 11);
    for (let i = 0; i < 20; i++) {
      const distances = Array.from({ length: 300 }, (_, r) => {
        let sum = 0;
        for (let j = 0; j < columns; j++)
          sum += (rows.values[r * columns + j]! - queries.values[i * columns + j]!) ** 2;
        return sum;
      });
      const nearest = [...distances.keys()].sort((a, b) => distances[a]! - distances[b]!).slice(0, 3);
      expect([...found.subarray(i * 11, (i + 1) * 11)]).toEqual(expect.arrayContaining(nearest));
    }
  },
);
