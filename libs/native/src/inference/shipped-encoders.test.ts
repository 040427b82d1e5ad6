import { readFileSync } from 'node:fs';
import { textEncoder } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import { shippedEncoders } from './shipped-encoders.js';

shippedEncoders(false);
const stored: [text: string, values: number[]][] = JSON.parse(
  readFileSync(new URL('../../../fewshot/src/inputs/fixtures/static-encoder.json', import.meta.url), 'utf8'),
);

test('potion in 8 bits gives the vectors that numpy computes of the float table', () => {
  const { shape, values } = textEncoder('POTION_BASE_8M')(stored.map(([text]) => text));
  const dim = shape[1] as number;
  const cosines = stored.map(([, expected], i) =>
    expected.reduce((sum, value, j) => sum + value * (values[i * dim + j] as number), 0),
  );
  expect(Math.min(...cosines)).toBeGreaterThan(0.9997);
});

test('a text without known words becomes zeros', () => {
  const { values } = textEncoder('POTION_BASE_8M')(['']);
  expect([...values]).toEqual(new Array(256).fill(0));
});

test('an encoder that needs the native backend says so where it is missing', () => {
  expect(() => textEncoder('USE_LITE')).toThrow(/needs the native TensorFlow backend/);
});
