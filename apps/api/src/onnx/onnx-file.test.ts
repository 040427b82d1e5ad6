import '@tensorflow/tfjs-backend-cpu';
import {
  bert,
  conv4,
  forward,
  initialWeights,
  type Layer,
  layerShapes,
  type Network,
  type Packed,
  randomFrom,
  textTower,
  vit,
} from '@kshot/fewshot';
import { setBackend, softmax, tensor } from '@tensorflow/tfjs-core';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { beforeAll, expect, test } from 'vitest';
import { onnxFile } from './onnx-file.js';

const N = 5;
const VOCABULARY = 20;
const random = randomFrom(7);
const drawn = (count: number, low = -1, high = 1): Float32Array =>
  Float32Array.from({ length: count }, () => low + (high - low) * random.uniform());
const size = (shape: readonly number[]): number => shape.reduce((product, each) => product * each, 1);

beforeAll(async () => {
  await setBackend('cpu');
});

/** Numbers of tokens from 1 up, the last ones of all texts but the first padding. */
const tokens = (shape: readonly number[]): Float32Array =>
  Float32Array.from({ length: size(shape) }, (_, i) => {
    const [row, place] = [Math.floor(i / shape[1]!), i % shape[1]!];
    return place < shape[1]! - row ? 1 + random.below(VOCABULARY - 1) : 0;
  });

/** The network with arrays that are drawn, but for those that are given. */
async function largestDifference(
  network: Network,
  given: Record<string, Packed> = {},
  length?: number,
): Promise<number> {
  const { parameters, state } = initialWeights(network, random);
  const weights: Record<string, Packed> = { ...parameters, ...state };
  for (const [name, { shape }] of Object.entries(weights))
    weights[name] = given[name] ?? {
      shape,
      values: drawn(size(shape), /variance|gamma|scale$/.test(name) ? 0.5 : -1),
    };
  const shape = [N, ...(length === undefined ? network.inputShape : [length])];
  const x = network.layers[0]?.kind === 'embedding' ? tokens(shape) : drawn(size(shape));
  const tensors = Object.fromEntries(
    Object.entries(weights).map(([name, array]) => [
      name,
      tensor(array.values as Float32Array, [...array.shape]),
    ]),
  );
  const { output } = forward(network, tensors, tensors, tensor(x, shape), { training: false });
  const own = softmax(output).dataSync();
  const [ways] = layerShapes(network).at(-1)!.outputShape as [number];
  const classes = Array.from({ length: ways }, (_, i) => `class ${i}`);
  const input = { modality: 'TABLE', columns: [] } as const;
  const session = await InferenceSession.create(onnxFile({ network, weights, classes, input }));
  const { probabilities } = await session.run({ x: new Tensor('float32', x, shape) });
  const theirs = probabilities!.data as Float32Array;
  expect(theirs.length).toBe(own.length);
  return Math.max(...own.map((each, i) => Math.abs(each - theirs[i]!)));
}

const scores: Layer = { kind: 'dense', name: 'scores', units: 3, activation: 'linear' };
const flat = (...layers: Layer[]): Network => ({ inputShape: [6], layers });
const image = (...layers: Layer[]): Network => ({ inputShape: [9, 7, 2], layers });
const window = { kernel: 3, bias: true, activation: 'relu6' } as const;
const end: readonly Layer[] = [{ kind: 'globalAvgPool', name: 'pool' }, scores];
const activations = [
  'relu',
  'relu6',
  'tanh',
  'sigmoid',
  'elu',
  'swish',
  'gelu',
  'tanhGelu',
  'quickGelu',
  'softmax',
] as const;

const networks: Record<string, Network> = {
  'Conv-4': conv4({ inputShape: [28, 28, 1], classes: 5, filters: 8 }),
  'strided convolutions': image(
    { kind: 'zeroPad', name: 'pad', vertical: [0, 1], horizontal: [1, 2] },
    { kind: 'conv2d', name: 'conv', filters: 4, strides: 2, padding: 'same', ...window },
    { kind: 'depthwiseConv2d', name: 'deep', strides: 2, padding: 'same', ...window },
    ...end,
  ),
  'pools and a residual': image(
    { kind: 'conv2d', name: 'conv', filters: 4, padding: 'same', ...window },
    { kind: 'maxPool', name: 'max', size: 3, strides: 2, padding: 'same' },
    { kind: 'batchNorm', name: 'norm', epsilon: 1e-3, momentum: 0.9 },
    { kind: 'leakyRelu', name: 'leaky', slope: 0.1 },
    { kind: 'add', name: 'sum', with: 'max' },
    { kind: 'avgPool', name: 'mean', size: 2, strides: 2, padding: 'same' },
    ...end,
  ),
  activations: flat(
    ...activations.map((activation): Layer => ({ kind: 'activation', name: activation, activation })),
    scores,
  ),
  'features of a head': flat(
    { kind: 'rescale', name: 'rescale', factor: 2, offset: -0.5 },
    { kind: 'standardise', name: 'standard' },
    { kind: 'signedRoot', name: 'root' },
    { kind: 'squares', name: 'squares' },
    { kind: 'project', name: 'project', units: 4 },
    { kind: 'concat', name: 'concat', with: 'squares' },
    { kind: 'l2Normalize', name: 'unit' },
    { kind: 'dropout', name: 'dropout', rate: 0.5 },
    scores,
  ),
  neighbours: flat({ kind: 'neighbours', name: 'near', examples: 12, classes: 3, neighbours: 4 }),
  cache: flat({ kind: 'cache', name: 'cache', examples: 12, classes: 3, sharpness: 5, scale: 4 }),
  ranks: flat({ kind: 'ranks', name: 'ranks', kept: 16 }, scores),
};
const votes = Float32Array.from({ length: 36 }, (_, i) => Number(i % 3 === Math.floor(i / 3) % 3));
const given = { 'near/labels': { shape: [12, 3], values: votes } };

test.each(Object.keys(networks))('%s gives the same probabilities as ONNX', async (name) => {
  expect(await largestDifference(networks[name]!, given)).toBeLessThan(1e-5);
});

const blocks = { width: 8, blocks: 2, heads: 2, hidden: 12, epsilon: 1e-5 } as const;
const texts = { ...blocks, length: 9, vocabulary: VOCABULARY, positions: 9, padding: 0 } as const;
const scored = ({ inputShape, layers }: Network): Network => ({ inputShape, layers: [...layers, scores] });
const words: Layer = { kind: 'embedding', name: 'words', vocabulary: VOCABULARY, positions: 9, width: 8 };
const read = (...layers: Layer[]): Network => scored({ inputShape: [9], layers: [words, ...layers] });
const encoders: Record<string, Network> = {
  'the mean of tokens': scored(bert({ ...texts, activation: 'gelu' })),
  'the first token, by distances': scored(
    bert({ ...texts, activation: 'tanhGelu', pooling: 'FIRST', distances: 8 }),
  ),
  'windows of columns': read(
    { kind: 'window', name: 'window', size: 3, before: 1, padding: 0, columns: [2, 5] },
    { kind: 'meanTokens', name: 'mean', padding: 0, root: true },
  ),
  'the last token of those before': scored(textTower({ ...texts, reading: 'CAUSAL' })),
};

test.each(Object.keys(encoders).flatMap((name) => [[name, 9] as const, [name, 5] as const]))(
  'an encoder of texts by %s gives the same probabilities of %i tokens as ONNX',
  async (name, length) => {
    expect(await largestDifference(encoders[name]!, {}, length)).toBeLessThan(1e-5);
  },
);

const photos = { ...blocks, side: 6, patch: 3 } as const;
const towers: Record<string, Network> = {
  'texts that are filled up': scored(textTower({ ...texts, length: 7, reading: 'FILLED', projection: 4 })),
  'pictures by their first token': scored(vit({ ...photos, layerScale: true, normFirst: true })),
  'pictures by a query': scored(vit({ ...photos, pooling: 'QUERY' })),
};

test.each(Object.keys(towers))('an encoder of %s gives the same probabilities as ONNX', async (name) => {
  expect(await largestDifference(towers[name]!)).toBeLessThan(1e-5);
});

test('a forest, joined with a dense layer, gives the same probabilities as ONNX', async () => {
  const forest: Layer = { kind: 'forest', name: 'forest', trees: 2, nodes: 8, depth: 2, classes: 3 };
  const network = flat(
    forest,
    { kind: 'dense', name: 'dense', units: 3, activation: 'softmax', from: 'forest' },
    { kind: 'mean', name: 'mean', of: ['forest', 'dense'] },
    { kind: 'log', name: 'log', scale: 1.5 },
  );
  const leaf = (node: number) => [0, 0, node, node];
  const splits = [
    [0, 0.1, 1, 2],
    [3, -0.2, 3, 4],
    leaf(2),
    leaf(3),
    leaf(4),
    [5, 0, 6, 7],
    leaf(6),
    leaf(7),
  ].flat();
  const difference = await largestDifference(network, {
    'forest/roots': { shape: [2], values: Float32Array.of(0, 5) },
    'forest/splits': { shape: [8, 4], values: Float32Array.from(splits) },
    'forest/shares': { shape: [8, 3], values: drawn(24, 0, 1) },
  });
  expect(difference).toBeLessThan(1e-5);
});

test('a layer without a mapping is named', () => {
  const network = image({ kind: 'looks', name: 'six' });
  const input = { modality: 'TABLE', columns: [] } as const;
  expect(() => onnxFile({ network, weights: {}, classes: ['a'], input })).toThrow(/six \(looks\)/);
});
