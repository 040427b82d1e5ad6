import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readStamp, writeStamp } from './stamp.mjs';

let files: { stamp: string; binding: string; library: string };

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stamp-'));
  files = {
    stamp: join(folder, 'stamp.json'),
    binding: join(folder, 'binding'),
    library: join(folder, 'library'),
  };
  writeFileSync(files.binding, 'binding');
  writeFileSync(files.library, 'library');
  await writeStamp(files, 'wheel', ['vendor: no answer']);
});

const edit = (change: object) =>
  writeFileSync(files.stamp, JSON.stringify({ ...JSON.parse(readFileSync(files.stamp, 'utf8')), ...change }));

describe('a stamp', () => {
  it('says that all is whole, by which way, and why not by another', async () => {
    expect(await readStamp(files)).toMatchObject({ way: 'wheel', reasons: ['vendor: no answer'] });
  });

  it.each<[string, () => void]>([
    ['the binding was changed', () => writeFileSync(files.binding, 'bindinG')],
    ['the binding is gone', () => rmSync(files.binding)],
    ['the library was cut short', () => writeFileSync(files.library, 'libr')],
    ['the library was written anew', () => utimesSync(files.library, 1, 1)],
    ['the library is gone', () => rmSync(files.library)],
    ['the stamp was cut short', () => writeFileSync(files.stamp, '{"way": "wh')],
    ['only pure JavaScript was left', () => writeFileSync(files.stamp, '{"way":"javascript","reasons":[]}')],
    ['another recipe made it', () => edit({ recipe: 'old' })],
  ])('counts for nothing when %s', async (_, change) => {
    change();
    expect(await readStamp(files)).toBeNull();
  });
});
