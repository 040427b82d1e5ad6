import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { storedZip } from '../inspect/fixtures/stored-zip.js';
import { openZip } from './open-zip.js';

const folder = mkdtempSync(path.join(tmpdir(), 'kshot-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LOCAL = Buffer.from('PK\x03\x04', 'latin1');
const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');

/** Changes a field of each local and central header, by its place in the local one. */
function patched(bytes: Buffer, at: number, change: (header: Buffer, at: number) => void): Buffer {
  const copy = Buffer.from(bytes);
  for (const [signature, shift] of [
    [LOCAL, 0],
    [CENTRAL, 2],
  ] as const)
    for (let i = copy.indexOf(signature); i >= 0; i = copy.indexOf(signature, i + 4))
      change(copy, i + at + shift);
  return copy;
}

async function opened(bytes: Buffer) {
  const file = path.join(folder, 'a.zip');
  writeFileSync(file, bytes);
  const archive = await openZip(file);
  try {
    return await Promise.all(
      archive.entries.map(async (entry) => [entry.path, (await entry.read()).toString()]),
    );
  } finally {
    await archive.close();
  }
}
const zip = (...names: string[]) =>
  storedZip(names.map((name) => ({ name, data: Buffer.from(`in ${name}`) })));

test('paths lose drives, leading slashes, backslashes and ..; what systems add is passed over', async () => {
  const found = await opened(
    zip('C:\\pets\\cat\\1.txt', '/dog/2.txt', '../../x/3.txt', '__MACOSX/._a', 'cat/.DS_Store'),
  );
  expect(found.map(([name]) => name)).toEqual(['dog/2.txt', 'pets/cat/1.txt', 'x/3.txt']);
});

test('names that are not flagged are read as UTF-8 if they are, else in the encoding that fits', async () => {
  const unflagged = (bytes: Buffer) => patched(bytes, 6, (header, at) => header.writeUInt16LE(0, at));
  expect((await opened(unflagged(zip('猫/1.txt'))))[0]![0]).toBe('猫/1.txt');
  const names = ['小狗的照片/一.txt', '黑色的猫咪/二.txt'];
  const gbk = storedZip(names.map((name) => ({ name: iconv.encode(name, 'gbk'), data: Buffer.from(name) })));
  expect((await opened(unflagged(gbk))).map(([name]) => name)).toEqual(names);
});

test.each([
  ['a password', 6, 0x801, /password/],
  ['Deflate64', 8, 9, /Deflate64/],
  ['AES', 8, 99, /password/],
])('%s is named, and the archive is not called damaged', async (_what, at, value, message) => {
  const bytes = patched(zip('a/1.txt'), at, (header, place) => header.writeUInt16LE(value, place));
  const error = await opened(bytes).catch((reason: Error) => reason);
  expect(error).toMatchObject({ code: 'DATA_FORMAT', message: expect.stringMatching(message) });
  expect((error as Error).message).not.toMatch(/damaged/);
});

/** A ZIP of one entry, `packed` as Deflate and said to be `size` bytes that have the checksum of `data`. */
const deflated = (packed: Buffer, size: number, data: Buffer) =>
  patched(storedZip([{ name: 'a/1.txt', data: packed }]), 8, (header, at) => {
    header.writeUInt16LE(8, at);
    header.writeUInt32LE(crc32(data), at + 6);
    header.writeUInt32LE(size, at + 14);
  });
/** How reading the entry ends, at once and as a stream. */
async function ends(bytes: Buffer): Promise<string[]> {
  const file = path.join(folder, 'ends.zip');
  writeFileSync(file, bytes);
  const archive = await openZip(file);
  const entry = archive.entries[0]!;
  const kindOf = (error: Error) => `${error.constructor.name}: ${error.message}`;
  const read = await entry.read().then(() => 'read', kindOf);
  const streamed = await text(await entry.stream()).then(() => 'read', kindOf);
  await archive.close();
  return [read, streamed];
}

test('an entry that unpacks to more than it says, or is not Deflate at all, lies: the archive is refused', async () => {
  const data = Buffer.alloc(5000, 'a');
  for (const liar of [
    deflated(deflateRawSync(data), 100, data.subarray(0, 100)),
    deflated(Buffer.from([7, ...data]), 5000, data),
    deflated(Buffer.alloc(0), 5000, data),
  ])
    for (const end of await ends(liar))
      expect(end).toMatch(/^DomainError: a\/1\.txt in the archive is damaged/);
});

test('an entry whose checksum is wrong or whose bytes are cut or broken within is damaged, which others outlive', async () => {
  const data = Buffer.from(Array.from({ length: 5000 }, (_, i) => 97 + (((i * i * 7919) % 1009) % 26)));
  const packed = deflateRawSync(data);
  const within = Buffer.from(packed).fill(0, packed.length >> 1);
  for (const damaged of [
    patched(zip('a/1.txt'), 14, (header, at) => header.writeUInt32LE(7, at)),
    deflated(packed, 5000, Buffer.alloc(1)),
    deflated(packed.subarray(0, packed.length >> 1), 5000, data),
    deflated(within, 5000, data),
  ])
    for (const end of await ends(damaged)) expect(end).toMatch(/^DamagedEntry: a\/1\.txt/);
});

test('a bomb is refused by its claim, before it is unpacked', async () => {
  const data = deflateRawSync(Buffer.alloc(40 * 1024 ** 2));
  const bomb = patched(storedZip([{ name: 'a/1.png', data }]), 8, (header, at) => {
    header.writeUInt16LE(8, at);
    header.writeUInt32LE(40 * 1024 ** 2, at + 14);
  });
  await expect(opened(bomb)).rejects.toMatchObject({ code: 'DATA_TOO_LARGE' });
});

test('many entries are streamed without a warning about listeners', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const file = path.join(folder, 'many.zip');
  const names = Array.from({ length: 20 }, (_, i) => `${i}.txt`);
  writeFileSync(file, zip(...names));
  const archive = await openZip(file);
  for (const entry of archive.entries) for await (const _ of await entry.stream());
  await archive.close();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', note);
  expect(warnings).toEqual([]);
});
