import { readFileSync } from 'node:fs';
import { DomainError } from '@kshot/domain';
import { eagerEngine, tokenEncoder, tuningProgram } from '@kshot/fewshot';
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { foreignArrays } from './foreign-arrays.js';
import { textEncoderNetwork } from './text-encoder.js';

type Stored = { config: Record<string, unknown>; values: number[][] };
const read = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const stored: { rows: number[][]; models: Record<string, Stored>; tuning: number[] } = JSON.parse(
  read('tiny.json').toString(),
);
const encoder = (type: string) =>
  textEncoderNetwork(type, stored.models[type]!.config, foreignArrays(read(`tiny-${type}.safetensors`)), {
    length: 40,
  });

beforeAll(async () => {
  await setBackend('cpu');
});

test.each(Object.keys(stored.models))('%s gives the vectors that transformers computes', (type) => {
  const { network, weights } = encoder(type);
  const { values } = tokenEncoder(network, weights).encode(stored.rows);
  const expected = stored.models[type]!.values.flat();
  expect([...values]).toEqual(expected.map((value) => expect.closeTo(value, 5)));
});

test('three steps of encoder tuning lose what PyTorch loses', () => {
  const { network, weights } = encoder('bert');
  const [length, n] = [32, stored.rows.length];
  const tokens = new Float32Array(n * length);
  for (const [i, row] of stored.rows.entries()) tokens.set(row, i * length);
  const first = stored.models.bert!.values.slice(0, 2).flat();
  const data = {
    tokens: { shape: [n, length], values: tokens },
    labels: Int32Array.of(0, 1, 0, 1, 1),
    rows: { shape: [2, 16], values: Float32Array.from(first, (value) => 0.05 * value) },
  };
  const program = tuningProgram(eagerEngine(), { network, weights }, data, n);
  const rows = Int32Array.from([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
  const { loss } = program.train(
    { rows, seen: new Float32Array(3 * n * length).fill(1) },
    Float32Array.of(0.01, 0.01, 0.01),
  );
  expect([...loss!]).toEqual(stored.tuning.map((value) => expect.closeTo(value, 3)));
});

test('a configuration that does not fit the weights is refused', () => {
  const { config } = stored.models.bert!;
  const arrays = foreignArrays(read('tiny-bert.safetensors'));
  const wider = { ...config, intermediate_size: 32 };
  expect(() => textEncoderNetwork('bert', wider, arrays, { length: 16 })).toThrow(
    /up0|intermediate.dense.weight are 24 x 16; the configuration says 32 x 16/,
  );
});

test.each([
  { hidden_size: 1e9 },
  { vocab_size: 1e9 },
  { num_hidden_layers: -1 },
  { num_hidden_layers: 1e9 },
  { num_attention_heads: 3 },
  { hidden_act: 'constructor' },
])('a configuration with %o is refused', (changes) => {
  const config = { ...stored.models.bert!.config, ...changes };
  const arrays = foreignArrays(read('tiny-bert.safetensors'));
  expect(() => textEncoderNetwork('bert', config, arrays, { length: 16 })).toThrow(DomainError);
});

test('a file that is cut off is refused', () => {
  const file = read('tiny-bert.safetensors');
  expect(() => foreignArrays(file.subarray(0, 100))).toThrow(/incomplete/);
  const arrays = foreignArrays(file.subarray(0, file.length - 4));
  expect(() => arrays.names.map((name) => arrays.find(name))).toThrow(/not as long as its shape says/);
});
