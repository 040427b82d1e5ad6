import { describe, expect, it } from 'vitest';
import { evaluatePlans } from '../evaluation/evaluate-features.js';
import { matrix } from '../heads/algebra/matrix.js';
import { randomFrom } from '../random/random.js';
import { headArms } from './arms.js';
import { heldOutHits } from './held-out-hits.js';
import { probeFeatures } from './probe-features.js';
import { probePlans } from './probe-plans.js';
import { probedArms } from './probed-arms.js';

const random = randomFrom(5);
const labels = Int32Array.from({ length: 30 }, (_, i) => i % 3);
const features = matrix(
  30,
  40,
  Float64Array.from(
    { length: 1200 },
    (_, i) => (labels[Math.floor(i / 40)] === i % 40 ? 2 : 0) + random.normal(),
  ),
);

describe('a probe', () => {
  it('holds out every example as often as it repeats, at half and at four fifths', () => {
    const { half, most } = probePlans(labels, 3, 1, 2) ?? { half: [], most: [] };
    expect(half.map(({ fitRows }) => fitRows.length)).toEqual([15, 15, 15, 15]);
    expect(most.map(({ fitRows }) => fitRows.length)).toEqual(Array(10).fill(24));
    for (const plans of [half, most])
      expect(plans.flatMap(({ rows }) => [...rows]).sort((a, b) => a - b)).toEqual(
        [...labels.keys()].flatMap((row) => [row, row]),
      );
  });

  it('is refused where a class has a single example', () => {
    expect(probePlans(Int32Array.of(0, 0, 0, 1), 2, 1)).toBeUndefined();
  });

  it('in the span of the examples says what the features say', () => {
    const plans = probePlans(labels, 3, 1) ?? { half: [], most: [] };
    for (const { candidate } of headArms.IMAGE.slice(0, 2)) {
      const direct = heldOutHits(evaluatePlans(features, { ...candidate, penalty: 3 }, plans.most), 30);
      expect([...probeFeatures(features, { ...candidate, penalty: 3 }, plans).most]).toEqual([...direct]);
    }
  });

  it('has errors by hand: of hits 1, 1, 1, 0 the mean is ¾ and its standard error ¼', () => {
    const hits = Float64Array.of(1, 1, 1, 0);
    const found = probedArms(new Map([['one', { half: hits, most: hits }]])).get('one');
    expect(found).toEqual({ half: 0.75, most: 0.75, error: 0.25, gainError: 0.125, apartError: 0.125 });
  });
});
