import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eagerEngine, predictor, softmax } from '@kshot/fewshot';
import { ready } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { readForeignModel } from '../read-foreign-model.js';
import { graphNetwork } from './graph-network.js';

beforeAll(() => ready());
const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

test.each([
  ['convolutional', 3],
  ['flattened', 2],
  ['pooled', 3],
  ['windowed', 3],
])('the graph model %s.zip answers as TensorFlow does, to 1e-5', async (name, count) => {
  const { network, weights } = await readForeignModel(fixture(`${name}.zip`));
  const { x, shape, y } = JSON.parse(readFileSync(fixture(`${name}.json`), 'utf8')) as {
    x: number[];
    shape: number[];
    y: number[][];
  };
  expect(network.inputShape).toEqual(shape.slice(1));
  const classes = Array.from({ length: count }, (_, k) => `class ${k}`);
  const input = { modality: 'TABLE', columns: [] } as const;
  const model = predictor(eagerEngine(), { input, network, weights, classes });
  const answers = model.probabilities({ shape, values: Float32Array.from(x) });
  answers.forEach((answer, i) => {
    const own = y[i] as number[];
    const wanted = ['flattened', 'windowed'].includes(name) ? softmax(Float32Array.from(own)) : own; // these give logits
    for (const [k, probability] of answer.entries())
      expect(Math.abs(probability - (wanted[k] as number))).toBeLessThan(1e-5);
  });
});

test('biases and scales behind a convolution are taken into it', async () => {
  const { network, weights } = await readForeignModel(fixture('convolutional.zip'));
  const depthwise = network.layers.find(({ kind }) => kind === 'depthwiseConv2d');
  expect(depthwise).toMatchObject({ kernel: 3, bias: true });
  expect(weights[`${depthwise?.name}/bias`]?.shape).toEqual([6]);
  expect(network.layers.filter(({ from }) => from)).toHaveLength(2);
  expect(network.layers.at(-1)).toMatchObject({ kind: 'dense', units: 3 });
});

test('a node that is not known is named', async () => {
  await expect(readForeignModel(fixture('unreadable.zip'))).rejects.toMatchObject({
    code: 'DATA_FORMAT',
    message: expect.stringContaining('Conv2DBackpropInput'),
  });
});

test('a graph that goes round, or whose weights do not fit, is refused', () => {
  const node = (name: string, op: string, ...input: string[]) => ({ name, op, input, attr: {} });
  const x = { ...node('x', 'Placeholder'), attr: { shape: { shape: { dim: [{ size: -1 }, { size: 2 }] } } } };
  const round = [x, node('a', 'Relu', 'b'), node('b', 'Tanh', 'a'), node('y', 'Softmax', 'b')];
  expect(() => graphNetwork(round, new Map())).toThrow(/itself among its inputs|outputs/);
  const w = { shape: [3, 2], values: new Float32Array(6) };
  const wrong = [x, node('w', 'Const'), node('y', 'MatMul', 'x', 'w')];
  expect(() => graphNetwork(wrong, new Map([['w', w]]))).toThrow(/3 x 2; 2 x 2 is asked for/);
});
