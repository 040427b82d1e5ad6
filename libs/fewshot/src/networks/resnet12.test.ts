import '@tensorflow/tfjs-backend-cpu';
import {
  grad,
  setBackend,
  softmax,
  square,
  sum,
  type Tensor,
  tensor,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, expect, it } from 'vitest';
import { withHead } from '../meta/backbone.js';
import { randomFrom } from '../random/random.js';
import known from './fixtures/resnet12.json' with { type: 'json' };
import { forward, type Mode } from './forward.js';
import { initialWeights } from './initial-weights.js';
import { residualFilters, resnet12 } from './resnet12.js';
import { layerShapes, parameterCount } from './shapes.js';
import { tfjsLayersModel } from './tfjs-layers.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const small = { background: 0, momentum: 0.9 };

it('has the 12.4 million weights of the literature', () => {
  const network = resnet12({ ...small, inputShape: [84, 84, 3], filters: residualFilters('RESNET12') });
  // Each block: 9 i f + 18 f² + i f of its convolutions and 8 f of its normalisation.
  expect(parameterCount(network)).toBe(12_424_320);
  expect(layerShapes(network).at(-1)?.outputShape).toEqual([640]);
});

it('takes pictures that cannot be halved four times', () => {
  const network = resnet12({ ...small, inputShape: [8, 8, 1], filters: residualFilters('RESNET12_NARROW') });
  expect(layerShapes(network).at(-1)?.outputShape).toEqual([128]);
});

it('gives the features and the gradient of PyTorch', () => {
  const { side, filters, pixels } = known;
  const network = resnet12({ ...small, inputShape: [side, side, 3], filters });
  const arrays: Record<string, { shape: number[]; values: number[] }> = known.weights;
  tidy(() => {
    const weights: Record<string, Tensor> = {};
    for (const [name, { shape, values }] of Object.entries(arrays)) weights[name] = tensor(values, shape);
    const x = tensor4d(pixels, [2, side, side, 3]);
    const features = (mode: Mode, more: Record<string, Tensor> = {}) =>
      forward(network, { ...weights, ...more }, weights, x, mode).output;
    const close = (values: number[]) => values.map((value) => expect.closeTo(value, 4));
    const used = { training: false } as const;
    expect([...features(used).dataSync()]).toEqual(close(known.used.values));
    expect([...features({ training: true, masks: {} }).dataSync()]).toEqual(close(known.training.values));
    const loss = (kernel: Tensor) => sum(square(features(used, { 'conv1s/kernel': kernel })));
    const found = grad(loss)(weights['conv1s/kernel'] as Tensor);
    const scale = Math.max(...known.gradient.values.map(Math.abs));
    const shares = Array.from(found.dataSync(), (value) => value / scale);
    expect(shares).toEqual(known.gradient.values.map((value) => expect.closeTo(value / scale, 5)));
  });
});

it('is read by stock TensorFlow.js, branches and all', async () => {
  const network = withHead(resnet12({ ...small, inputShape: [16, 16, 3], filters: known.filters }), 3);
  const { parameters, state } = initialWeights(network, randomFrom(1));
  const { modelJson, weights } = tfjsLayersModel(network, { ...parameters, ...state });
  const { modelTopology, weightsManifest } = modelJson as {
    modelTopology: object;
    weightsManifest: [{ weights: [] }];
  };
  const weightData = new Uint8Array(Buffer.concat(weights)).buffer;
  const stock = await loadLayersModel({
    load: async () => ({ modelTopology, weightSpecs: weightsManifest[0].weights, weightData }),
  });
  const x = tensor4d(known.pixels, [2, 16, 16, 3]);
  const named = (arrays: typeof parameters) =>
    Object.fromEntries(
      Object.entries(arrays).map(([name, { shape, values }]) => [name, tensor(values, [...shape])]),
    );
  const own = forward(network, named(parameters), named(state), x, { training: false }).output;
  const found = [...(stock.predict(x) as Tensor).dataSync()];
  expect(found).toEqual([...softmax(own).dataSync()].map((share) => expect.closeTo(share, 5)));
});
