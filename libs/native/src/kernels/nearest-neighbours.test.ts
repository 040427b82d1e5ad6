import { fitHead, matrix, randomFrom, useAlgebra } from '@kshot/fewshot';
import { afterAll, expect, test } from 'vitest';
import { loadBackend } from '../backend.js';
import { doubleAlgebra } from './double-algebra.js';

const { native } = await loadBackend();
const random = randomFrom(9);

afterAll(() => useAlgebra(native ? doubleAlgebra : undefined));

/** Rows far from the origin; one of them as far off as it is told. */
function drawn(rows: number, columns: number, odd: number) {
  const values = Float64Array.from({ length: rows * columns }, () => 1000 + random.normal());
  for (let j = 0; j < columns; j++) values[j] = 1000 + odd * random.normal();
  return matrix(rows, columns, values);
}

/** Rows of small whole numbers, so that many are at the same distance. */
const tied = (rows: number, columns: number) =>
  matrix(
    rows,
    columns,
    Float64Array.from({ length: rows * columns }, () => random.below(3)),
  );

test.skipIf(!native).each([
  ['few columns', drawn(300, 5, 1), drawn(60, 5, 1)],
  ['many columns', drawn(300, 80, 1), drawn(20, 80, 1)],
  ['a row that is far away', drawn(300, 80, 1e6), drawn(20, 80, 1)],
  ['many rows at the same distance', tied(600, 4), tied(60, 4)],
])('with %s the votes of neighbours are those that a loop counts', (_, features, queries) => {
  const labels = Int32Array.from({ length: features.rows }, (_, i) => i % 3);
  const votes = () =>
    fitHead(
      { method: 'NEAREST_NEIGHBOURS', transform: 'NONE', penalty: 3 },
      { features, labels, ways: 3 },
    ).logits(queries).values;
  useAlgebra(doubleAlgebra);
  const found = votes();
  useAlgebra(undefined);
  expect(found).toEqual(votes());
});
