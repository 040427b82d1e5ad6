import { chmod, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { decodeArrays, encodeArrays } from '@kshot/domain';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Blobs, openBlobs } from './blobs.js';

let dir: string;
let blobs: Blobs;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'kshot-blobs-'));
  blobs = await openBlobs(dir);
});
afterEach(() => rm(dir, { recursive: true }));

test('a blob is called by the sha256 of its content', async () => {
  const stored = await blobs.write([Buffer.from('a'), Buffer.from('bc')]);
  expect(stored).toEqual({
    bytes: 3,
    hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  }); // FIPS 180-2
  expect((await blobs.read(stored.hash)).toString()).toBe('abc');
});

test('other users of the machine cannot enter, and a group that was let in still can', async () => {
  await chmod(dir, 0o775);
  await openBlobs(dir);
  expect((await stat(dir)).mode & 0o777).toBe(0o770);
  await openBlobs(path.join(dir, 'new'));
  expect((await stat(path.join(dir, 'new'))).mode & 0o777).toBe(0o700);
});

test('a source that breaks off leaves nothing behind', async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('half');
      throw new Error('gone');
    })(),
  );
  await expect(blobs.write(broken)).rejects.toThrow('gone');
  expect(await readdir(path.join(dir, 'partial'))).toEqual([]);
});

test('what is being written stays where the clock of another process is set forward', async () => {
  const write = blobs.write(
    (async function* () {
      yield Buffer.from('half');
      vi.setSystemTime(Date.now() + 7_200_000);
      await openBlobs(dir); // another process begins
      vi.useRealTimers();
      yield Buffer.from('whole');
    })(),
  );
  const { hash } = await write;
  expect((await blobs.read(hash)).toString()).toBe('halfwhole');
});

test('what a killed writer left an hour ago goes', async () => {
  const left = path.join(dir, 'partial', 'left');
  await writeFile(left, 'half');
  await utimes(left, new Date(0), new Date(0));
  await openBlobs(dir);
  expect(await readdir(path.join(dir, 'partial'))).toEqual([]);
});

test('a name that is no hash is refused', () => {
  expect(() => blobs.path('../../etc/passwd')).toThrow(RangeError);
});

test('arrays come back with the same bits, whatever their order and alignment', () => {
  const arrays = {
    bytes: { shape: [3], values: Uint8Array.of(1, 2, 255) },
    numbers: { shape: [2, 2], values: Float32Array.of(0.1, Number.NaN, -0, Infinity) },
    none: { shape: [0, 4], values: new Float32Array() },
    counts: { shape: [1], values: Int32Array.of(-7) },
  };
  const file = Buffer.concat([...encodeArrays({ metadata: { kind: 'test' }, arrays })]);
  const shifted = new Uint8Array(file.length + 1);
  shifted.set(file, 1);
  for (const bytes of [file, shifted.subarray(1)]) {
    const read = decodeArrays(bytes);
    expect(read.metadata).toEqual({ kind: 'test' });
    for (const [name, { shape, values }] of Object.entries(arrays)) {
      expect(read.arrays[name]?.shape).toEqual(shape);
      expect(Buffer.from(Uint8Array.from(new Uint8Array(read.arrays[name]!.values.slice().buffer)))).toEqual(
        Buffer.from(new Uint8Array(values.slice().buffer)),
      );
    }
  }
  expect(() => decodeArrays(file.subarray(0, file.length - 2))).toThrow(/ends within/);
});

const FOUR = { dtype: 'F32', shape: [4], data_offsets: [0, 16] };
function lying(header: unknown, data = Buffer.alloc(16), length?: bigint): Buffer {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const head = Buffer.alloc(8);
  head.writeBigUInt64LE(length ?? BigInt(json.length));
  return Buffer.concat([head, json, data]);
}

test.each([
  ['a header longer than the file', lying({ a: FOUR }, undefined, 2n ** 60n)],
  ['a header that is not JSON', lying('{')],
  ['a header that is a list', lying('[]')],
  ['a type that is not known', lying({ a: { ...FOUR, dtype: 'F64' } })],
  ['a negative length', lying({ a: { ...FOUR, shape: [-4] } })],
  ['a fraction of an item', lying({ a: { ...FOUR, shape: [1.5] } })],
  ['a shape that says more than its bytes', lying({ a: { ...FOUR, shape: [4, 4] } })],
  ['a shape whose product overflows', lying({ a: { ...FOUR, shape: [1e9, 1e9, 1e9] } })],
  ['offsets that run backwards', lying({ a: { ...FOUR, data_offsets: [16, 0] } })],
  ['offsets past the end', lying({ a: { ...FOUR, data_offsets: [8, 24] } })],
  ['two arrays in the same bytes', lying({ a: FOUR, b: FOUR })],
])('%s is refused before anything is allocated', (_, file) => {
  expect(() => decodeArrays(file)).toThrow(RangeError);
});
