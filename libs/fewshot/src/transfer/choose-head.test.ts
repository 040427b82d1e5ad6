import { expect, it } from 'vitest';
import { matrix, rowsOf } from '../heads/algebra/matrix.js';
import { softmaxOfRows } from '../heads/algebra/softmax.js';
import type { Support } from '../heads/head.js';
import { randomFrom } from '../random/random.js';
import { predictionSet } from '../trust/conformal.js';
import { chooseHead, choosingHead } from './choose-head.js';
import { heldOutScores } from './held-out.js';

const settings = { metric: 'COSINE', neighbours: 3, transform: 'NONE' } as const;

/** Ten clouds in 64 columns, `noise` wide. */
function clouds(n: number, noise: number, seed: number): Support {
  const means = randomFrom(1);
  const centres = Float64Array.from({ length: 10 * 64 }, () => means.normal());
  const random = randomFrom(seed);
  const labels = Int32Array.from({ length: n }, (_, i) => i % 10);
  const features = matrix(
    n,
    64,
    Array.from(
      { length: n * 64 },
      (_, at) =>
        5 + centres[(labels[Math.floor(at / 64)] as number) * 64 + (at % 64)]! + noise * random.normal(),
    ),
  );
  return { features, labels, ways: 10 };
}

/** Two rings about one centre, which no line and no mean tells apart; cosines see the angle to a third axis. */
function rings(n: number, seed: number): Support {
  const random = randomFrom(seed);
  const labels = Int32Array.from({ length: n }, (_, i) => i % 2);
  const rows = Array.from(labels, (k) => {
    const angle = 2 * Math.PI * random.uniform();
    const radius = (k === 0 ? 0.4 : 1.6) + 0.05 * random.normal();
    return [radius * Math.cos(angle), radius * Math.sin(angle), 1];
  });
  return { features: matrix(n, 3, rows.flat()), labels, ways: 2 };
}

function judged(
  support: Support,
  asked: Support,
  method: 'AUTO' | 'RIDGE' | 'KERNEL_RIDGE' | 'LDA' | 'CENTROID',
) {
  const { head } = chooseHead(support, { ...settings, method }, 'TEXT');
  const { values } = softmaxOfRows(head.logits(asked.features));
  let [hits, confidence] = [0, 0];
  for (const [i, k] of asked.labels.entries()) {
    const row = values.subarray(i * asked.ways, (i + 1) * asked.ways);
    const top = Math.max(...row);
    confidence += top / asked.labels.length;
    if (row.indexOf(top) === k) hits += 1 / asked.labels.length;
  }
  return { accuracy: hits, confidence };
}

it('AUTO takes the head that does best on examples it was not fitted on', () => {
  expect(chooseHead(rings(80, 1), { ...settings, method: 'AUTO' }, 'TEXT').settings.method).toBe(
    'KERNEL_RIDGE',
  );
});

it('AUTO is about as good on new examples as the best of its candidates', () => {
  const [support, asked] = [clouds(60, 2, 2), clouds(1000, 2, 3)];
  const accuracies = (['RIDGE', 'KERNEL_RIDGE', 'LDA', 'CENTROID'] as const).map(
    (method) => judged(support, asked, method).accuracy,
  );
  expect(judged(support, asked, 'AUTO').accuracy).toBeGreaterThan(Math.max(...accuracies) - 0.05);
});

it.each(['RIDGE', 'KERNEL_RIDGE', 'LDA', 'CENTROID'] as const)(
  'the mean confidence of %s is near its accuracy on new examples',
  (method) => {
    const { accuracy, confidence } = judged(clouds(100, 2.5, 4), clouds(2000, 2.5, 5), method);
    expect(Math.abs(confidence - accuracy)).toBeLessThan(0.06);
  },
);

it.each([0.8, 0.9, 0.95] as const)(
  'sets by folds have the class of a new example at least about %s times, and few others',
  (coverage) => {
    const support = clouds(100, 2.5, 8);
    const { head, heldOut, temperature } = chooseHead(support, { ...settings, method: 'RIDGE' }, 'TEXT');
    const asked = clouds(2000, 2.5, 9);
    const { values } = softmaxOfRows(head.logits(asked.features));
    const scores = heldOutScores(heldOut!, temperature);
    const sets = Array.from(
      asked.labels,
      (_, i) => predictionSet(values.subarray(10 * i, 10 * i + 10), scores, coverage).classes,
    );
    const covered = sets.filter((classes, i) => classes.includes(asked.labels[i] as number)).length / 2000;
    expect(covered).toBeGreaterThan(coverage - 0.04);
    expect(sets.flat().length / 2000).toBeLessThan(5);
  },
);

it('the held-out accuracy is that of new examples, within its interval', () => {
  const { heldOut } = chooseHead(clouds(100, 2.5, 6), { ...settings, method: 'RIDGE' }, 'TEXT');
  const { accuracy } = judged(clouds(100, 2.5, 6), clouds(2000, 2.5, 7), 'RIDGE');
  expect(heldOut?.low).toBeLessThan(accuracy);
  expect(heldOut?.high).toBeGreaterThan(accuracy);
});

it('with one example of a class nothing can be held out, and logits stay as they are', () => {
  const support = { features: matrix(2, 2, [1, 0, 0, 1]), labels: Int32Array.of(0, 1), ways: 2 };
  const chosen = chooseHead(support, { ...settings, method: 'AUTO' }, 'TEXT');
  expect(chosen).toMatchObject({ settings: { method: 'RIDGE' }, temperature: 1 });
  expect(chosen.heldOut).toBeUndefined();
});

it('the only example of a class is never held out, the others are', () => {
  const { features, labels, ways } = clouds(60, 1, 6);
  const single = Int32Array.from(labels.keys()).filter((i) => labels[i] !== 9 || i === 9);
  const support = { features: rowsOf(features, single), labels: single.map((i) => labels[i]!), ways };
  const { heldOut } = chooseHead(support, { ...settings, method: 'RIDGE' }, 'TEXT');
  expect([heldOut?.labels.length, heldOut?.labels.includes(9)]).toEqual([54, false]);
});

it('holds out 2,000 of many examples, by as many folds as that takes', () => {
  const { heldOut } = chooseHead(clouds(3000, 1, 4), { ...settings, method: 'RIDGE' }, 'TEXT');
  expect(heldOut?.labels).toHaveLength(2400);
});

it('a comparison keeps the held-out accuracy of every head, and a single head has none to keep', () => {
  const support = rings(80, 1);
  const { compared, settings: chosen } = chooseHead(support, { ...settings, method: 'AUTO' }, 'TEXT');
  expect(compared?.map(({ method }) => method)).toEqual([
    'RIDGE',
    'KERNEL_RIDGE',
    'CENTROID',
    'LDA',
    'LOGISTIC',
  ]);
  const alone = chooseHead(support, { ...settings, method: chosen.method }, 'TEXT');
  const { accuracy, low, high } = alone.heldOut!;
  expect(compared).toContainEqual({ method: chosen.method, accuracy, low, high });
  expect(alone.compared).toBeUndefined();
});

it('a comparison tells how far it is by what fits cost, the last fit left', () => {
  const told = [...choosingHead(clouds(30, 1, 6), { ...settings, method: 'AUTO' }, 'TABLE')];
  expect(told.map(({ heads }) => heads.done)).toEqual(told.map((_, i) => i + 1));
  const shares = told.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  // Five folds of an ensemble of trees are most of it.
  expect(shares[4]).toBeGreaterThan(0.5);
  expect(shares.at(-1)).toBeLessThan(1);
});

it.each(['AUTO', 'LDA'] as const)(
  'of classes of copies, which differ by rounding alone, %s has finite weights',
  (method) => {
    const random = randomFrom(9);
    const places = [0, 1].map(() => Float64Array.from({ length: 24 }, () => random.normal()));
    const rows = Array.from({ length: 12 }, (_, i) =>
      Array.from(places[i % 2]!, (value) => value + 1e-9 * random.normal()),
    );
    const labels = Int32Array.from(rows, (_, i) => i % 2);
    const support = { features: matrix(12, 24, rows.flat()), labels, ways: 2 };
    const { head } = chooseHead(support, { ...settings, method }, 'TEXT');
    expect(Object.values(head.arrays).every(({ values }) => values.every(Number.isFinite))).toBe(true);
  },
);

it('a head whose weights are beyond single precision is refused', () => {
  const { features, labels, ways } = clouds(30, 1, 4);
  const tiny = { ...features, values: features.values.map((value) => value * 1e-45) };
  const choose = () => chooseHead({ features: tiny, labels, ways }, { ...settings, method: 'LDA' }, 'TEXT');
  expect(choose).toThrow(/weights that are no numbers/);
});
