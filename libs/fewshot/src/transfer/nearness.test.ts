import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { matrix, rowOf } from '../heads/algebra/matrix.js';
import { softmaxOfRows } from '../heads/algebra/softmax.js';
import { fitHead } from '../heads/fit-head.js';
import type { Support } from '../heads/head.js';
import { forward } from '../networks/forward.js';
import { withoutNearness } from '../networks/layer.js';
import { layerShapes } from '../networks/shapes.js';
import { randomFrom } from '../random/random.js';
import { areaUnderRoc, thresholdCounts } from '../statistics/threshold-counts.js';
import { chooseHead } from './choose-head.js';
import { fitNearness, nearnessOf } from './nearness.js';

const settings = { metric: 'COSINE', neighbours: 3, transform: 'NONE', method: 'RIDGE' } as const;
const [COLUMNS, WAYS, CLOUDS] = [32, 4, 20];

/** `count` rows of each cloud from `first` on, of 20 whose means are drawn once. */
function clouds(first: number, ways: number, count: number, seed: number): Support {
  const centre = randomFrom(1);
  const centres = Array.from({ length: CLOUDS * COLUMNS }, () => centre.normal());
  const random = randomFrom(seed);
  const labels = Int32Array.from({ length: ways * count }, (_, i) => i % ways);
  const values = Array.from(
    { length: labels.length * COLUMNS },
    (_, at) =>
      4 +
      centres[(first + labels[Math.floor(at / COLUMNS)]!) * COLUMNS + (at % COLUMNS)]! +
      2 * random.normal(),
  );
  return { features: matrix(labels.length, COLUMNS, values), labels, ways };
}
const support = clouds(0, WAYS, 6, 2);
const { head, temperature, heldOut } = chooseHead(support, settings, 'IMAGE');
const known = clouds(0, WAYS, 50, 3);
const foreign = clouds(WAYS, CLOUDS - WAYS, 20, 4);
const largest = (logits: ReturnType<typeof head.logits>) =>
  Array.from({ length: logits.rows }, (_, i) => Math.max(...rowOf(logits, i)));
const separation = (of: (features: Support['features']) => number[]): number => {
  const [own, others] = [of(known.features), of(foreign.features)];
  return areaUnderRoc(thresholdCounts([...own, ...others], [...own.map(() => 1), ...others.map(() => 0)]));
};

it('is the cosine to the nearest class mean, of features about the mean of all', () => {
  const two = { features: matrix(2, 2, [2, 0, 0, 3]), labels: Int32Array.of(0, 1), ways: 2 };
  // About (½, ½) the classes lie at (½, −½) and the reverse; (5, 0) is the first one's, (1, 1) is at right angles to both.
  const found = nearnessOf(fitNearness(two), matrix(2, 2, [5, 0, 1, 1]));
  expect(found[0]).toBeCloseTo(1, 12);
  expect(found[1]).toBeCloseTo(0, 12);
});

it('leaves probabilities as they are', () => {
  const plain = fitHead(settings, support).logits(known.features);
  const cooled = { ...plain, values: plain.values.map((value) => value / temperature) };
  const [ours, theirs] = [softmaxOfRows(head.logits(known.features)), softmaxOfRows(cooled)];
  expect(Math.max(...ours.values.map((value, i) => Math.abs(value - theirs.values[i]!)))).toBeLessThan(1e-3);
});

it('the largest logit tells foreign examples better than without it', () => {
  const alone = fitHead(settings, support);
  const before = separation((features) => largest(alone.logits(features)));
  expect(separation((features) => largest(head.logits(features)))).toBeGreaterThan(before + 0.02);
});

it('strengths of held-out examples are on the scale of new ones', () => {
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, value) => sum + value / values.length, 0);
  const fresh = largest(head.logits(known.features));
  const spread = Math.max(...fresh) - Math.min(...fresh);
  expect(Math.abs(mean(heldOut!.strengths) - mean(fresh))).toBeLessThan(0.15 * spread);
});

it('its layers give what its logits are', async () => {
  await tf.setBackend('cpu');
  const network = { inputShape: [COLUMNS], layers: head.layers };
  const arrays = Object.fromEntries(
    Object.entries(head.arrays).map(([name, { shape, values }]) => [name, tf.tensor(values, [...shape])]),
  );
  const x = tf.tensor2d(Float32Array.from(known.features.values), [known.features.rows, COLUMNS]);
  const given = forward(network, arrays, arrays, x, { training: false }).output.dataSync();
  const { values } = head.logits(known.features);
  expect(Math.max(...values.map((value, i) => Math.abs(value - given[i]!)))).toBeLessThan(1e-3);
});

it('a network without it ends in the logits', () => {
  const network = withoutNearness({ inputShape: [COLUMNS], layers: head.layers });
  expect(layerShapes(network).at(-1)).toMatchObject({ layer: { name: 'scores' }, outputShape: [WAYS] });
});

it.each(['TABLE', 'TEXT'] as const)('a %s is told by its head alone', (modality) => {
  expect(chooseHead(support, settings, modality).head.layers.map(({ kind }) => kind)).toEqual(['dense']);
});
