import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importBytes } from '../tables/fixtures/import-bytes.js';

const parquet = readFileSync(new URL('../tables/fixtures/colours.parquet', import.meta.url));
const damaged = Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(40, 7), parquet.subarray(-8)]);

test.each([
  ['a.parquet', damaged, /^The Parquet file is damaged/],
  [
    'a.libsvm',
    Buffer.from('+1 1:0.5 3:2\n-1 2:0.25 7:1\n'),
    /^The file is in the format of LIBSVM .* Save it as CSV/,
  ],
  ['a.json', Buffer.from('[{"a":1,\n"b":oops}]'), /^The JSON is broken.*Write it again\.$/],
  [
    'a.xls',
    Buffer.from('<html><table><tr><td>1</td></tr></table>'),
    /spreadsheet program, and save it as XLSX or CSV/,
  ],
  [
    'a.csv',
    Buffer.from('a,b\n1.5,2.5\n2.5,3.5\n3.5,1.5\n'),
    /add a column with it and import the file again/,
  ],
])('%s that cannot be read: says what to do, without words of a library', async (name, bytes, message) => {
  await expect(importBytes(name, bytes)).rejects.toMatchObject({ message: expect.stringMatching(message) });
  await expect(importBytes(name, bytes)).rejects.not.toMatchObject({
    message: expect.stringMatching(/undefined|Unexpected|download/),
  });
});
