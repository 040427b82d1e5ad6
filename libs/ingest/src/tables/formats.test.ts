import { readFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import { zipSync } from 'fflate';
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

test('tables of an archive that differ by their names alone are classes', async () => {
  const file = (word: string) =>
    Buffer.from(`review\n${[1, 2, 3].map((i) => `it was ${word} for the ${i}. time`).join('\n')}\n`);
  const byWord = Buffer.from(zipSync({ 'positive.csv': file('good'), 'negative.csv': file('bad') }));
  const classesOf = async (bytes: Buffer) =>
    (await importBytes('a.zip', bytes)).pack.manifest.classes.map(({ name }) => name);
  expect(await classesOf(byWord)).toEqual(['negative', 'positive']);
  const byMonth = Buffer.from(zipSync({ '2024-01.csv': file('good'), '2024-02.csv': file('bad') }));
  await expect(classesOf(byMonth)).rejects.toMatchObject({ code: 'DATA_COLUMN' });
});

test('a line about the file above the names is passed over', async () => {
  const rows = Array.from({ length: 8 }, (_, i) => `${i},5;S;${8400 + i * 7};${i % 2 ? 'rent' : 'goods'}`);
  const text = `"EXTF";700;21;"Buchungsstapel";12;20240501;"EUR"\nUmsatz;Soll;Konto;Klasse\n${rows.join('\n')}\n`;
  const { pack } = await importBytes('EXTF.csv', text);
  expect(pack.manifest.columns?.map(({ name }) => name)).toEqual(['Umsatz', 'Soll', 'Konto']);
});

test('several columns of 0 and 1 beside texts are said to be several labels', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => `some words of row ${i},${Number(i % 3 < 2)},${i % 2},0`);
  const { pack } = await importBytes(
    'a.csv',
    `comment,toxic,insult,threat\n${rows.join('\n')}\nother words,0,0,1\n`,
  );
  expect(pack.manifest.warnings.join()).toContain('3 columns hold 0 and 1');
});

test('codes and numbers between spaces are columns', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `A1${i % 4} ${6 * i + 1} A3${i % 3} ${100 * i} ${1 + (i % 2)}`,
  );
  const { pack } = await importBytes('german.data', rows.join('\n'));
  expect(pack.manifest.columns).toHaveLength(4);
});

test('stars of a review are its class', async () => {
  const lines = Array.from({ length: 12 }, (_, i) =>
    JSON.stringify({ useful: i % 3, stars: 1 + (i % 2), text: `some words about thing ${i}` }),
  );
  const { pack } = await importBytes('reviews.json', lines.join('\n'));
  expect(pack.manifest.classes.map(({ name }) => name)).toEqual(['1', '2']);
});

test('a code of two levels before a question is its class', async () => {
  const lines = Array.from(
    { length: 8 },
    (_, i) => `${i % 2 ? 'DESC:manner' : 'HUM:ind'} How did it begin ${i} ?`,
  );
  const { pack } = await importBytes('train.label', lines.join('\n'));
  expect(pack.manifest.classes.map(({ name }) => name)).toEqual(['DESC:manner', 'HUM:ind']);
});

test('addresses of mails are no texts, whatever their column is called', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `${i},a${i}@example.org,${i % 2 ? 'high' : 'low'}`);
  const { pack } = await importBytes('orders.csv', `total,email,risk\n${rows.join('\n')}`);
  expect(pack.manifest.modality).toBe('TABLE');
});

test('a question may be the name of a column of numbers', async () => {
  const question = `How much do you agree with this sentence: ${'I like to work here, '.repeat(5)}`;
  const rows = Array.from({ length: 12 }, (_, i) => `${1 + (i % 5)},${i % 2 ? 'yes' : 'no'}`);
  const { pack } = await importBytes('a.csv', `"${question}",Leaves?\n${rows.join('\n')}`);
  expect(pack.manifest.count).toBe(12);
});

test('a table of features and one of classes with as many rows are one', async () => {
  const rows = (n: number, row: (i: number) => string) =>
    Array.from({ length: n }, (_, i) => row(i)).join('\n');
  const part = (name: string, n: number) => ({
    [`X_${name}.csv`]: Buffer.from(`f1,f2\n${rows(n, (i) => `${i}.5,${7 * i}`)}`),
    [`y_${name}.csv`]: Buffer.from(`label\n${rows(n, (i) => (i % 2 ? 'a' : 'b'))}`),
  });
  const { pack } = await importBytes(
    'a.zip',
    Buffer.from(zipSync({ ...part('train', 12), ...part('test', 6) })),
  );
  expect(pack.manifest.columns?.map(({ name }) => name)).toEqual(['f1', 'f2']);
  expect(pack.manifest.splits[0]!.parts).toEqual(['train', 'test']);
});

test('quotes of both kinds within a line of ARFF enclose values', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `${i},"2020-01-${10 + i}",${i % 2 ? "'not safe'" : 'safe'}`,
  );
  const head =
    "@relation a\n@attribute size numeric\n@attribute sold date 'yyyy-MM-dd'\n@attribute class {safe,'not safe'}\n";
  const { pack } = await importBytes('a.arff', `${head}@data\n${rows.join('\n')}`);
  expect(pack.manifest.classes.map(({ name }) => name)).toEqual(['not safe', 'safe']);
  expect(pack.manifest.columns?.map(({ name }) => name)).toEqual(['size', 'sold']);
});

test('a column of parts is one whatever it is called, and no class', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `${i}.5,${i % 2 ? 'pike' : 'perch'},${i % 3 ? 'train' : 'Val'}`,
  );
  const { pack } = await importBytes('a.csv', `weight,liik,osa\n${rows.join('\n')}`);
  expect(pack.manifest.classes.map(({ name }) => name)).toEqual(['perch', 'pike']);
  expect(pack.manifest.splits[0]!.parts).toContain('validation');
});

test('tables in folders are of the class that their folder is named after', async () => {
  const record = (from: number) =>
    Buffer.from(`ax,ay\n${Array.from({ length: 5 }, (_, i) => `${from + i}.25,${i * from}.5`).join('\n')}`);
  const paths = ['wave/rec0.csv', 'wave/rec1.csv', 'circle/rec0.csv', 'circle/rec1.csv'];
  const zip = zipSync(Object.fromEntries(paths.map((path, i) => [`gestures/${path}`, record(i + 1)])));
  const { pack } = await importBytes('a.zip', Buffer.from(zip));
  expect(pack.manifest.classes.map(({ name, count }) => `${name} ${count}`)).toEqual([
    'circle 10',
    'wave 10',
  ]);
});
