import { expect, test } from 'vitest';
import { folderOf, inputsIn, leftOut, sortDropped } from './dropped-examples';

const files = (...paths: string[]) => paths.map((path) => ({ path, file: new File([], path) }));
const paths = (sorted: readonly { path: string }[]) => sorted.map(({ path }) => path);

test('pictures are taught, other files are named, hidden ones passed over', () => {
  const sorted = sortDropped(files('cat/1.JPG', 'cat/.DS_Store', 'notes.pdf'), 'IMAGE');
  expect(paths(sorted.taken)).toEqual(['cat/1.JPG']);
  expect(leftOut(sorted, 'IMAGE')).toBe(
    'Only pictures (PNG, JPEG, WebP) are taught here; left out: notes.pdf.',
  );
});

test('of very many files the first are taught', () => {
  const sorted = sortDropped(files(...Array.from({ length: 102 }, (_, i) => `${i}.png`)), 'IMAGE');
  expect(sorted.taken).toHaveLength(100);
  expect(leftOut(sorted, 'IMAGE')).toBe(
    'At most 100 files are taught at once; left out: 100.png, 101.png. Import them as a data set.',
  );
});

test('nothing is said where all is taught', () => {
  expect(leftOut(sortDropped(files('a.txt'), 'TEXT'), 'TEXT')).toBe(null);
});

test('the innermost folder is the class', () => {
  expect(folderOf('pets/cat/1.png')).toBe('cat');
  expect(folderOf('1.png')).toBe(null);
});

test('each line of a text is an example', async () => {
  expect(await inputsIn(new File(['hi\n\n hello \r\n'], 'a.txt'), 'TEXT')).toEqual([
    { text: 'hi' },
    { text: 'hello' },
  ]);
});
