import { decodeArrays, encodeArrays } from '@kshot/domain';
import { layerShapes, tokenEncoder } from '@kshot/fewshot';
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import stored from './fixtures/tiny.json' with { type: 'json' };
import { useNetwork } from './use-network.js';

const read = ({ weights }: ReturnType<typeof useNetwork>) =>
  decodeArrays(Buffer.concat([...encodeArrays({ metadata: {}, arrays: weights })])).arrays;

const arrays = Object.fromEntries(
  Object.entries(stored.arrays).map(([name, { shape, type, values }]) => [
    name,
    { shape, values: type === 'uint8' ? Uint8Array.from(values) : Float32Array.from(values) },
  ]),
);

beforeAll(async () => {
  await setBackend('cpu');
});

test('texts of many lengths get the vectors that the package computes', () => {
  const made = useNetwork(arrays);
  const { values } = tokenEncoder(made.network, read(made)).encode(stored.texts);
  expect([...values]).toEqual(stored.vectors.flat().map((value) => expect.closeTo(value, 4)));
});

test('padding stands behind all tokens, as zeros', () => {
  const made = useNetwork(arrays);
  expect(made.padding).toBe(12);
  expect([...read(made)['tokens/words']!.values.slice(-6)]).toEqual([0, 0, 0, 0, 0, 0]);
});

test('a text becomes as many features as a row of the table has', () => {
  expect(layerShapes(useNetwork(arrays).network).at(-1)?.outputShape).toEqual([6]);
});
