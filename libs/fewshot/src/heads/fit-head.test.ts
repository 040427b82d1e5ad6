import '@tensorflow/tfjs-backend-cpu';
import { setBackend, type Tensor, tensor, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { softmaxRows } from '../evaluation/units/probabilities.js';
import { forward } from '../networks/forward.js';
import { randomFrom } from '../random/random.js';
import { matrix } from './algebra/matrix.js';
import { fitHead } from './fit-head.js';
import { headKinds } from './head-kinds.js';
import { nearestNeighbours } from './nearness/nearest-neighbours.js';
import type { FeatureTransform } from './transforms/feature-transform.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const [n, dim, ways] = [30, 6, 3];
const random = randomFrom(3);
const labels = Int32Array.from({ length: n }, (_, i) => i % ways);
// Far from the origin, as features behind a ReLU are.
const values = Array.from({ length: n * dim }, (_, i) =>
  Math.fround(20 + random.normal() + 2 * Number(Math.floor(i / dim) % ways === i % dim)),
);
const support = { features: matrix(n, dim, values), labels, ways };
const queries = matrix(8, dim, [
  ...values.slice(0, 3 * dim),
  ...values.slice(dim, 6 * dim).map((value) => Math.fround(value + 0.3)),
]);

const kept = headKinds.filter(({ transductive }) => !transductive).map(({ name }) => name);
const transforms: FeatureTransform[] = ['L2N', 'CL2N', 'POWER', 'STANDARDISED', 'WHITENED'];

/** The largest difference between probabilities of the head and those of its layers in single precision. */
function difference(method: (typeof kept)[number], transform: FeatureTransform): number {
  const settings = { method, transform, metric: 'COSINE', neighbours: 5 } as const;
  const { layers, arrays, logits } = fitHead(settings, support);
  const named: Record<string, Tensor> = {};
  for (const [name, { shape, values: own }] of Object.entries(arrays)) named[name] = tensor(own, [...shape]);
  const x = tensor2d(Float32Array.from(queries.values), [queries.rows, dim]);
  const { output } = forward({ inputShape: [dim], layers }, named, named, x, { training: false });
  const own = softmaxRows({ ...queries, columns: ways, values: Float64Array.from(output.dataSync()) });
  return Math.max(...softmaxRows(logits(queries)).map((share, i) => Math.abs((own[i] as number) - share)));
}

describe('a fitted head as layers', () => {
  it.each(kept)('%s gives the probabilities of the head', (method) => {
    // A distance of 0 is none in single precision: its vote is large, not all.
    expect(difference(method, 'NONE')).toBeLessThan(method === 'NEAREST_NEIGHBOURS' ? 0.02 : 1e-4);
  });

  it.each(transforms)('features that are %s first give the probabilities of the head', (transform) => {
    expect(difference('RIDGE', transform)).toBeLessThan(1e-4);
  });
});

it('votes of the nearest are shares', () => {
  const settings = { method: 'NEAREST_NEIGHBOURS', transform: 'NONE', neighbours: 4 } as const;
  const shares = nearestNeighbours(support, 4, 'DISTANCE').scores(queries);
  expect([...softmaxRows(fitHead(settings, support).logits(queries))]).toEqual(
    [...shares.values].map((value) => expect.closeTo(value, 6)),
  );
});
