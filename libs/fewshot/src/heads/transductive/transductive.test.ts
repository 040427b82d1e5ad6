import { describe, expect, it } from 'vitest';
import { columnSums, type Matrix, matrix, rowOf } from '../algebra/matrix.js';
import { softmaxOfRows } from '../algebra/softmax.js';
import type { Support } from '../head.js';
import { headKinds } from '../head-kinds.js';
import reference from './fixtures/transductive.json' with { type: 'json' };
import { ptMap } from './pt-map.js';
import { sinkhorn } from './sinkhorn.js';

const kinds = headKinds.filter(({ transductive }) => transductive);

describe.each(reference)('with $name, by the formulas of the papers in NumPy and PyTorch', (known) => {
  const { ways, dim, labels } = known;
  const support: Support = {
    features: matrix(labels.length, dim, known.x),
    labels: Int32Array.from(labels),
    ways,
  };
  const queries = matrix(known.queries.length / dim, dim, known.queries);

  it.each(kinds)('$name shares queries out to classes', ({ name, fit }) => {
    const found = softmaxOfRows(fit(support, {}).logits(queries));
    expect(Array.from(found.values)).toEqual(
      known[name as keyof typeof known & 'TIM'].map((share) => expect.closeTo(share, 5)),
    );
  });

  it.each(kinds)('$name does not change with the order of queries', ({ fit }) => {
    const back = matrix(
      queries.rows,
      dim,
      Array.from({ length: queries.rows }, (_, i) =>
        known.queries.slice((queries.rows - 1 - i) * dim, (queries.rows - i) * dim),
      ).flat(),
    );
    const found = fit(support, {}).logits(back).values;
    const wanted = fit(support, {}).logits(queries).values;
    for (let i = 0; i < queries.rows; i++)
      for (let k = 0; k < ways; k++)
        expect(found[i * ways + k]).toBeCloseTo(wanted[(queries.rows - 1 - i) * ways + k] as number, 8);
  });

  it('PT-MAP answers the same where features are wider than there are examples', () => {
    const wide = (m: Matrix): Matrix => {
      const out = matrix(m.rows, 100);
      for (let i = 0; i < m.rows; i++) rowOf(out, i).set(rowOf(m, i));
      return out;
    };
    const found = ptMap({ ...support, features: wide(support.features) }, wide(queries)).values;
    const wanted = ptMap(support, queries).values;
    expect(queries.rows + support.features.rows).toBeLessThan(100);
    expect([...found]).toEqual([...wanted].map((value) => expect.closeTo(value, 5)));
  });

  it('PT-MAP gives each class equally many queries', () => {
    const shares = ptMap(support, queries).values.map(Math.exp);
    const sums = columnSums(matrix(queries.rows, ways, shares));
    expect(Array.from(sums)).toEqual(Array.from(sums, () => expect.closeTo(queries.rows / ways, 8)));
  });
});

it('transport prefers what is cheap: by hand, costs 0 and ln 2 on and off the diagonal', () => {
  const plan = sinkhorn(matrix(2, 2, [0, Math.LN2, Math.LN2, 0]), 1);
  expect(Array.from(plan.values)).toEqual([2 / 3, 1 / 3, 1 / 3, 2 / 3].map((share) => expect.closeTo(share)));
});
