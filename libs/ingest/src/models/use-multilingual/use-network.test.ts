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

test.each([
  ['without an array', { proj3: undefined }, /has no numbers named proj3/],
  ['without a chunk of the table', { q2: undefined }, /no whole table of tokens/],
  ['with a chunk of another size', { q2: { shape: [1, 6], values: new Uint8Array(6) } }, /no whole table/],
  ['without scales', { scale: undefined }, /no whole table/],
  ['with bytes where numbers belong', { d0: { shape: [6, 5], values: new Uint8Array(30) } }, /named d0/],
  [
    'with a layer of another size',
    { d2: { shape: [5, 7], values: new Float32Array(35) } },
    /other sizes than/,
  ],
  ['with numbers for a single one', { ln_g: { shape: [], values: Float32Array.of(1) } }, /other sizes than/],
])('a package %s is refused', (_, changed, message) => {
  expect(() => useNetwork({ ...arrays, ...changed } as typeof arrays)).toThrow(
    expect.objectContaining({ code: 'DATA_FORMAT', message: expect.stringMatching(message) }),
  );
});
