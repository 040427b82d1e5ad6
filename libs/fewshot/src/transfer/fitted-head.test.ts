import '@tensorflow/tfjs-backend-cpu';
import { setBackend, type Tensor, tensor, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { softmaxRows } from '../evaluation/probabilities.js';
import { matrix } from '../heads/matrix.js';
import { nearestNeighbours } from '../heads/nearest-neighbours.js';
import { HEAD } from '../meta/backbone.js';
import { forward } from '../networks/forward.js';
import { randomFrom } from '../random/random.js';
import { layerFitter } from './fitted-head.js';

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
  ...values.slice(dim, 6 * dim).map((v) => v + 0.3),
]);

it.each(['NEAREST_NEIGHBOURS', 'CACHE', 'KERNEL_RIDGE', 'RIDGE', 'LDA'] as const)(
  '%s is a layer with the logits of the head',
  (method) => {
    const { layer, arrays, logits } = layerFitter(support, { method, metric: 'COSINE', neighbours: 5 })(
      support,
    );
    const named: Record<string, Tensor> = {};
    for (const [name, { shape, values: own }] of Object.entries(arrays))
      named[`${HEAD}/${name}`] = tensor(own, [...shape]);
    const network = { inputShape: [dim], layers: [layer] };
    const x = tensor2d(Float32Array.from(queries.values), [8, dim]);
    const found = forward(network, named, named, x, { training: false }).output;
    const own = softmaxRows({ ...queries, columns: ways, values: Float64Array.from(found.dataSync()) });
    // A distance of 0 is none in single precision: its vote is large, not all.
    for (const [i, share] of softmaxRows(logits(queries)).entries())
      expect(Math.abs((own[i] as number) - share)).toBeLessThan(
        method === 'NEAREST_NEIGHBOURS' ? 0.02 : 1e-4,
      );
  },
);

it('votes of the nearest are shares', () => {
  const { logits } = layerFitter(support, { method: 'NEAREST_NEIGHBOURS', metric: 'COSINE', neighbours: 4 })(
    support,
  );
  const shares = nearestNeighbours(support, 4, 'DISTANCE').scores(queries);
  expect([...softmaxRows(logits(queries))]).toEqual([...shares.values].map((v) => expect.closeTo(v, 6)));
});
