import { expect, test } from 'vitest';
import { setTextEncoder } from '../inputs/text-encoders.js';
import { randomFrom } from '../random/random.js';
import { tellingColumns } from './telling-columns.js';

// A stand-in: how often each letter comes.
setTextEncoder('POTION_BASE_8M', (texts) => ({
  shape: [texts.length, 26],
  values: Float32Array.from(
    texts.flatMap((text) =>
      Array.from({ length: 26 }, (_, k) => text.split(String.fromCharCode(97 + k)).length - 1),
    ),
  ),
}));

const labels = Int32Array.from({ length: 120 }, (_, i) => i % 2);
const train = Int32Array.from(labels.keys());
const random = randomFrom(7);
const letters = () => Array.from({ length: 12 }, () => String.fromCharCode(97 + random.below(26))).join('');
const noise = { kind: 'TEXT', name: 'noise', values: Array.from(labels, letters) } as const;
const told = {
  kind: 'TEXT',
  name: 'told',
  values: Array.from(labels, (k) => (k ? 'aaaab' : 'ccccd') + letters()),
} as const;
const number = {
  kind: 'NUMBER',
  name: 'number',
  values: Float32Array.from(labels, (k) => k + 0.5 * random.normal()),
} as const;

const numbersOf = (columns: readonly (typeof noise | typeof told | typeof number)[]) => {
  const { input } = tellingColumns({ modality: 'TABLE', columns }, train, { labels, ways: 2 });
  return input.modality === 'TABLE'
    ? input.columns.map((column) => (column.kind === 'TEXT' ? column.components.length : 1))
    : [];
};

test('texts that say nothing of the classes count for nothing', () => {
  expect(numbersOf([number, noise])).toEqual([1, 0]);
});

test('texts that tell classes apart count', () => {
  expect(numbersOf([number, told])).toEqual([1, 25]);
});

test('texts that say nothing are kept where there is nothing else', () => {
  expect(numbersOf([noise])).toEqual([25]);
});
