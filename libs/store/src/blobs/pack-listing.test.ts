import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PackManifest, rawExamples } from '@kshot/domain';
import { afterAll, expect, test } from 'vitest';
import { openBlobs } from './blobs.js';
import { cellsOf, textOf } from './example-content.js';
import { readPack, writeListing, writePack } from './pack-file.js';
import { openPack } from './pack-reader.js';

const dir = mkdtempSync(path.join(tmpdir(), 'kshot-listing-'));
afterAll(() => rmSync(dir, { recursive: true }));

const manifest = (own: Partial<PackManifest>): PackManifest => ({
  format: 'kshot-pack-1',
  modality: 'TEXT',
  count: 0,
  classes: [],
  splits: [],
  warnings: [],
  ...own,
});
const texts = (...all: string[]) => {
  const bytes = all.map((text) => Buffer.from(text));
  const ends = [0];
  for (const { length } of bytes) ends.push(ends.at(-1)! + length);
  const utf8 = Uint8Array.from(Buffer.concat(bytes));
  return {
    utf8: { shape: [utf8.length], values: utf8 },
    offsets: { shape: [ends.length], values: Int32Array.from(ends) },
  };
};
const listed = (source: number[], row: number[]) => ({
  source: Int32Array.from(source),
  row: Int32Array.from(row),
});

test('a version of rows of two packs reads as a pack of its own, one by one and as a whole', async () => {
  const blobs = await openBlobs(dir);
  const a = await writePack(blobs, {
    manifest: manifest({ count: 3 }),
    arrays: texts('one', 'zwei', 'three'),
  });
  const b = await writePack(blobs, { manifest: manifest({ count: 2 }), arrays: texts('é', 'five') });
  const labels = { shape: [3], values: Int32Array.of(1, 0, 1) };
  const { hash } = await writeListing(
    blobs,
    { manifest: manifest({ count: 3, unlabelled: 1, sources: [a.hash, b.hash] }), arrays: { labels } },
    listed([0, 1, 1, 0], [2, 0, 1, 1]),
  );
  const reader = await openPack(blobs, hash);
  expect(await Promise.all([0, 1, 2, 3].map((i) => textOf(reader, i)))).toEqual([
    'three',
    'é',
    'five',
    'zwei',
  ]);
  const { arrays } = await readPack(blobs, hash);
  expect(Buffer.from(arrays.utf8!.values as Uint8Array).toString(), 'without the unlabelled one').toBe(
    'threeéfive',
  );
  expect([...arrays.offsets!.values]).toEqual([0, 5, 7, 11]);
  expect([...arrays.labels!.values]).toEqual([1, 0, 1]);
});

test('rows of columns are gathered in order', async () => {
  const blobs = await openBlobs(dir);
  const column = { kind: 'CATEGORY' as const, name: 'c', missing: 0, categories: ['x', 'y', 'z'] };
  const table = manifest({ modality: 'TABLE', columns: [column] });
  const values = (...all: number[]) => ({
    'column:0': { shape: [all.length], values: Int32Array.from(all) },
  });
  const a = await writePack(blobs, { manifest: { ...table, count: 4 }, arrays: values(0, 1, 2, 0) });
  const b = await writePack(blobs, { manifest: { ...table, count: 1 }, arrays: values(2) });
  const { hash } = await writeListing(
    blobs,
    {
      manifest: { ...table, count: 4, sources: [a.hash, b.hash] },
      arrays: { labels: { shape: [4], values: new Int32Array(4) } },
    },
    listed([0, 0, 1, 0], [1, 2, 0, 0]),
  );
  expect([...(await readPack(blobs, hash)).arrays['column:0']!.values]).toEqual([1, 2, 2, 0]);
  const reader = await openPack(blobs, hash);
  expect([...(await reader.rows('column:0', 0, 4))]).toEqual([1, 2, 2, 0]);
  expect(await cellsOf(reader, 2)).toEqual([{ column: 'c', value: 'z' }]);
});

test('texts of columns are gathered in order, and an empty one is missing', async () => {
  const blobs = await openBlobs(dir);
  const columns = ['a', 'b'].map((name) => ({ kind: 'TEXT' as const, name, missing: 0 }));
  const table = manifest({ modality: 'TABLE', columns });
  const named = (own: ReturnType<typeof texts>, index: number) => ({
    [`utf8:${index}`]: own.utf8,
    [`offsets:${index}`]: own.offsets,
  });
  const pack = (a: string[], b: string[]) =>
    writePack(blobs, {
      manifest: { ...table, count: a.length },
      arrays: { ...named(texts(...a), 0), ...named(texts(...b), 1) },
    });
  const one = await pack(['one', 'zwei'], ['', 'x']);
  const two = await pack(['é'], ['yy']);
  const { hash } = await writeListing(
    blobs,
    {
      manifest: { ...table, count: 3, sources: [one.hash, two.hash] },
      arrays: { labels: { shape: [3], values: new Int32Array(3) } },
    },
    listed([1, 0, 0], [0, 1, 0]),
  );
  const raw = rawExamples(await readPack(blobs, hash));
  expect(raw).toMatchObject({ columns: [{ values: ['é', 'zwei', 'one'] }, { values: ['yy', 'x', ''] }] });
  expect(await cellsOf(await openPack(blobs, hash), 2)).toEqual([
    { column: 'a', value: 'one' },
    { column: 'b', value: null },
  ]);
});

test('texts of a pack beyond its first bytes are read at once and one by one', async () => {
  const blobs = await openBlobs(dir);
  const all = Array.from({ length: 3000 }, (_, i) => `text ${i} `.repeat(3));
  const { hash } = await writePack(blobs, { manifest: manifest({ count: 3000 }), arrays: texts(...all) });
  const pack = await openPack(blobs, hash);
  const asked = [0, 1, 1500, 2998, 2999];
  const expected = asked.map((index) => all[index]);
  expect(await Promise.all(asked.map((index) => textOf(pack, index)))).toEqual(expected);
  for (const [i, index] of asked.entries()) expect(await textOf(pack, index)).toBe(expected[i]);
});
