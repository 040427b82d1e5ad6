import { readFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { importBytes } from './fixtures/import-bytes.js';

test('other formats give the same table', async () => {
  const rows = Array.from({ length: 24 }, (_, i) => ({
    size: i * 0.5,
    colour: ['red', 'blue', 'green'][i % 3],
    label: i % 2 ? 'b' : 'a',
  }));
  const sheet = XLSX.utils.book_new(XLSX.utils.json_to_sheet(rows), 'rows');
  const json = (list: unknown) => Buffer.from(JSON.stringify(list));
  const files: [string, Buffer][] = [
    ['a.parquet', readFileSync(new URL('./fixtures/colours.parquet', import.meta.url))],
    ['a.xlsx', XLSX.write(sheet, { type: 'buffer', bookType: 'xlsx' })],
    ['a.ods', XLSX.write(sheet, { type: 'buffer', bookType: 'ods' })],
    ['a.json', json(rows)],
    ['a.jsonl', Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))],
    [
      'a.arff',
      Buffer.from(
        `@relation r\n@attribute size real\n@attribute colour string\n@attribute label {a,b}\n@data\n${rows.map(Object.values).join('\n')}`,
      ),
    ],
  ];
  for (const [name, bytes] of files) {
    const { manifest, arrays } = (await importBytes(name, bytes)).pack;
    expect(manifest, name).toMatchObject({
      count: 24,
      columns: [
        { name: 'size', maximum: 11.5 },
        { name: 'colour', categories: ['blue', 'green', 'red'] },
      ],
    });
    expect([...arrays.labels!.values.slice(0, 4)], name).toEqual([0, 1, 0, 1]);
  }
});

test('objects within Parquet become columns', async () => {
  const nested = readFileSync(new URL('./fixtures/nested.parquet', import.meta.url));
  const { columns } = (await importBytes('nested.parquet', nested)).pack.manifest;
  expect(columns?.map(({ name }) => name)).toEqual(['age', 'city']);
});

test('a file of zeros, as an empty TAR is, is said to hold nothing', async () => {
  await expect(importBytes('empty.tar', Buffer.alloc(10_240))).rejects.toMatchObject({ code: 'DATA_EMPTY' });
});
