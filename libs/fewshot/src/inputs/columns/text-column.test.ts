import { expect, test } from 'vitest';
import { encodeTable, fitTable } from '../table.js';
import { setTextEncoder } from '../text-encoders.js';

// A stand-in of four numbers: how many a, b and c there are, and one that is always the same.
setTextEncoder('POTION_BASE_8M', (texts) => ({
  shape: [texts.length, 4],
  values: Float32Array.from(
    texts.flatMap((text) => [...['a', 'b', 'c'].map((letter) => text.split(letter).length - 1), 1]),
  ),
}));

const values = ['', 'a', 'aaa', 'aaaaa', 'aaaaaaa', 'bbbbbbbbb'];
const column = { kind: 'TEXT', name: 'words', values } as const;

test('a text becomes a number for every four of training, and a flag where one is missing', () => {
  const input = fitTable([column], [0, 1, 2, 3, 4]);
  expect(input.columns).toMatchObject([{ kind: 'TEXT', encoder: 'POTION_BASE_8M', flagMissing: true }]);
  const found = encodeTable(input, [column], [1, 2, 3, 4, 0]);
  // 1, 3, 5 and 7 less their mean 4 by their deviation √5; the direction's sign is free.
  const sign = Math.sign(-found[0]!);
  const expected = [-3, 0, -1, 0, 1, 0, 3, 0].map((value) => (sign * value) / Math.sqrt(5));
  for (const [i, value] of [...expected, 0, 1].entries()) expect(found[i]).toBeCloseTo(value, 5);
});

test('directions are those of the training rows alone', () => {
  const [fitted] = fitTable([column], [1, 2, 3, 4]).columns;
  const [withOther] = fitTable([{ ...column, values: values.slice(0, 5) }], [1, 2, 3, 4]).columns;
  expect(fitted).toEqual(withOther);
});

test('fewer than four texts become no number', () => {
  const input = fitTable([column], [1, 2, 3]);
  expect(encodeTable(input, [column], [1, 2])).toHaveLength(0);
});

test('a column that a table lacks is missing', () => {
  const input = fitTable([column], [0, 1, 2, 3, 4]);
  expect([...encodeTable(input, [], [0])]).toEqual([0, 1]);
});
