import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import XLSX from '@e965/xlsx';
import { DomainError } from '@kshot/domain';
import fc from 'fast-check';
import sharp from 'sharp';
import tar from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFile } from '../import-file.js';
import { storedZip } from './fixtures/stored-zip.js';
import { inspectFile } from './inspect-file.js';

/** Changed files for each reader; the time of the whole suite is bounded by it. */
const RUNS = 40;

const folder = mkdtempSync(path.join(tmpdir(), 'kshot-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = Array.from({ length: 12 }, (_, i) => ({
  size: i / 2,
  note: `it is ${i}`,
  label: i % 2 ? 'x' : 'y',
}));
const csv = `size,note,label\n${rows.map(({ size, note, label }) => `${size},"${note}",${label}`).join('\n')}\n`;
const seeds = new Map<string, Buffer>([
  ['a.csv', Buffer.from(csv)],
  ['a.csv.gz', gzipSync(csv)],
  ['utf16.csv', Buffer.from(`\ufeff${csv}`, 'utf16le')],
  ['a.json', Buffer.from(JSON.stringify(rows))],
  ['a.jsonl', Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))],
  [
    'a.arff',
    Buffer.from(
      `@relation r\n@attribute size real\n@attribute note string\n@attribute label {x,y}\n@data\n${rows.map((row) => `${row.size},'${row.note}',${row.label}`).join('\n')}`,
    ),
  ],
  ['a.parquet', readFileSync(new URL('../tables/fixtures/colours.parquet', import.meta.url))],
]);

beforeAll(async () => {
  const book = XLSX.utils.book_new(XLSX.utils.json_to_sheet(rows), 'rows');
  for (const bookType of ['xlsx', 'ods', 'xls'] as const)
    seeds.set(`a.${bookType}`, XLSX.write(book, { type: 'buffer', bookType }) as Buffer);
  const picture = sharp({ create: { width: 9, height: 7, channels: 3, background: '#a50' } });
  const files = await Promise.all(
    (['png', 'jpeg', 'webp', 'gif', 'tiff', 'avif'] as const).flatMap((format) =>
      ['cat', 'dog'].map(async (name) => ({
        name: `${name}/1.${format}`,
        data: await picture.clone().toFormat(format).toBuffer(),
      })),
    ),
  );
  const bitmap = Buffer.alloc(54 + 9 * 28);
  bitmap.write('BM');
  bitmap.writeUInt32LE(54, 10);
  bitmap.writeUInt32LE(40, 14);
  bitmap.writeInt32LE(9, 18);
  bitmap.writeInt32LE(7, 22);
  bitmap.writeUInt16LE(24, 28);
  files.push({ name: 'cat/2.bmp', data: bitmap }, { name: 'dog/2.bmp', data: bitmap });
  seeds.set('a.zip', storedZip(files));
  const pack = tar.pack();
  for (const { name, data } of files) pack.entry({ name }, data);
  pack.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of pack) pieces.push(piece as Buffer);
  seeds.set('a.tar', Buffer.concat(pieces));
});

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  bytes: fc.uint8Array({ maxLength: 12 }),
  kind: fc.constantFrom('overwrite', 'insert', 'delete', 'cut'),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(whole: Buffer, changes: readonly Change[]): Buffer {
  let bytes = Buffer.from(whole);
  for (const { at, bytes: own, kind } of changes) {
    const from = Math.floor(at * bytes.length);
    if (kind === 'overwrite') Buffer.from(own).copy(bytes, from);
    if (kind === 'insert') bytes = Buffer.concat([bytes.subarray(0, from), own, bytes.subarray(from)]);
    if (kind === 'delete')
      bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + own.length)]);
    if (kind === 'cut' && own.length < 2) bytes = bytes.subarray(0, from);
  }
  return bytes;
}

async function endsHonestly(fileName: string, bytes: Buffer): Promise<void> {
  const file = path.join(folder, fileName);
  writeFileSync(file, bytes);
  const request = { fileName, testShare: 0.2, seed: 1 };
  for (const read of [() => importFile(file, request, () => undefined), () => inspectFile(file, request)])
    await read().catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      expect(error.message).not.toContain(folder);
    });
}

test.each([
  ...[
    'a.csv',
    'a.csv.gz',
    'utf16.csv',
    'a.json',
    'a.jsonl',
    'a.arff',
    'a.parquet',
    'a.xlsx',
    'a.ods',
    'a.xls',
  ],
  ...['a.zip', 'a.tar'],
])('%s with changed bytes is read, or refused with a code', async (name) => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) =>
      endsHonestly(name, changed(seeds.get(name)!, changes)),
    ),
    { numRuns: RUNS },
  );
});

test('any text is read as a table, or refused with a code', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '"', '""', '1', '-', '__proto__', '1,5', '\r'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 20 }),
      fc.constantFrom(',', ';', '\t', '|'),
      (table, delimiter) =>
        endsHonestly('any.csv', Buffer.from(table.map((row) => row.join(delimiter)).join('\n'))),
    ),
    { numRuns: 100 },
  );
});
