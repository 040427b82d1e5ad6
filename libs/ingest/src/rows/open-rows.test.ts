import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { InputRow, Taker } from './input-row.js';
import { openRows } from './open-rows.js';

const taker = {
  input: { modality: 'TABLE' as const, columns: [{ name: 'f0' }, { name: 'f1' }] },
  classes: ['a', 'b'],
};

/** What becomes of each row: its values, or why it has none. */
async function readRows(fileName: string, content: string, by: Taker = taker): Promise<unknown[]> {
  const file = join(await mkdtemp(join(tmpdir(), 'rows-')), fileName);
  await writeFile(file, content);
  const rows = await openRows(file, { fileName }, by);
  const read: unknown[] = [];
  for await (const batch of rows.batches)
    for (const row of batch.rows) read.push(await valuesOf(row).catch((error: Error) => error.message));
  await rows.close();
  return read;
}

const valuesOf = async (row: InputRow) => {
  const input = await row.read();
  return 'row' in input ? input.row?.map(({ value }) => value) : input;
};

const wide = 'The row has more cells than there are columns. Put cells that hold the delimiter into quotes.';

test('an empty cell in a file of one column keeps its place', async () => {
  const texts = { input: { modality: 'TEXT' as const }, classes: ['a', 'b'] };
  const csv = 'text\nhello there\n""\n\ngood bye\n\n';
  expect(await readRows('rows.csv', csv, texts)).toEqual([
    { text: 'hello there' },
    'The row is empty.',
    'The row is empty.',
    { text: 'good bye' },
  ]);
});

test('rows that cannot be read keep their places in a table', async () => {
  const csv = 'f0,f1,id\n1,2,x\n3,4,y,extra\n,,\n5,6,z\n,,only an id\n7,8,w\n,,\n,,\n';
  expect(await readRows('rows.csv', csv)).toEqual([
    ['1', '2'],
    wide,
    'The row is empty.',
    ['5', '6'],
    'The row has no value in any column of the model.',
    ['7', '8'],
  ]);
});

test('lines that are not objects keep their places in JSON Lines', async () => {
  const lines = ['{"f0":1,"f1":2}', '{"f0":1,', '{"f0":{"a":1},"f1":2}', '', '{"f0":3,"f1":4}', '7'];
  const unread = 'It is not a whole JSON object. Write one object for each row.';
  expect(await readRows('rows.jsonl', lines.join('\n'))).toEqual([
    ['1', '2'],
    unread,
    'An object stands where a value belongs, in f0. Write a text or a number.',
    ['3', '4'],
    unread,
  ]);
});

test('JSON Lines whose first line is damaged are read from the second on', async () => {
  const lines = ['{"f0":1,', '{"f0":3,"f1":4}', '{"f0":5,"f1":6}'];
  expect(await readRows('rows.jsonl', lines.join('\n'))).toEqual([
    'It is not a whole JSON object. Write one object for each row.',
    ['3', '4'],
    ['5', '6'],
  ]);
});

test('cells that begin with an apostrophe keep it', async () => {
  expect(await readRows('rows.csv', "f0,f1\n'q,=1+1\n1,2\n")).toEqual([
    ["'q", '=1+1'],
    ['1', '2'],
  ]);
});

test.each(['__proto__', 'constructor', 'toString'])('a column may be called %s', async (name) => {
  const columns = { input: { modality: 'TABLE' as const, columns: [{ name: 'f0' }, { name }] }, classes: [] };
  const lines = ['{"f0":1}', '{"f0":2}', '{"f0":3}', `{"f0":4,"${name}":9}`];
  expect(await readRows('rows.jsonl', lines.join('\n'), columns)).toEqual([
    ['1', ''],
    ['2', ''],
    ['3', ''],
    ['4', '9'],
  ]);
  expect(await readRows('rows.csv', `f0,${name}\n4,9\n5,8\n`, columns)).toEqual([
    ['4', '9'],
    ['5', '8'],
  ]);
});
