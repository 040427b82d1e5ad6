import type { ImportPlan } from '@kshot/domain';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { withFile } from '../fixtures/with-file.js';
import type { AddedTo } from '../rows/open-added.js';
import { importBytes } from '../tables/fixtures/import-bytes.js';
import { storedZip } from './fixtures/stored-zip.js';
import { inspectAdded } from './inspect-added.js';

const texts: AddedTo = { modality: 'TEXT', classes: ['cat', 'dog'] };
const looked = (
  fileName: string,
  bytes: Buffer | string,
  to: AddedTo = texts,
  keys: ArrayLike<number> = [],
): Promise<ImportPlan> =>
  withFile(bytes, (file) => inspectAdded(file, { fileName, className: null }, to, Array.from(keys)));
const square = (background: string) =>
  sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
const pictures: AddedTo = {
  modality: 'IMAGE',
  image: { height: 8, width: 8, channels: 3 },
  classes: ['cat', 'dog'],
};

describe('a look at a file to add', () => {
  test('a table of numbers is not taken for texts', async () => {
    await expect(looked('numbers.csv', 'a,b,label\n1,2,cat\n3,4,dog\n')).rejects.toMatchObject({
      code: 'DATA_COLUMN',
      message: 'The file has no column with texts. Add one, and name it "text".',
    });
  });

  test('the column of the classes is named, and so are columns that are left out', async () => {
    const { findings } = await looked('t.csv', 'no,said,label\n7,It purrs a lot,cat\n8,It barks at me,dog\n');
    expect(findings).toEqual([
      'The classes are read from the column "label".',
      '1 column of the file was left out, since the data set has no such one: no.',
    ]);
  });

  test('masks are left out, and folders of Teachable Machine name their class, as in an import', async () => {
    const files = ['cat-samples/1.png', 'cat-samples/1_mask.png', 'dog-samples/2.png'];
    const data = await square('red');
    const { classes, findings } = await looked(
      'more.zip',
      storedZip(files.map((name) => ({ name, data }))),
      pictures,
    );
    expect(classes.map(({ name, count }) => `${name} ${count}`)).toEqual(['cat 1', 'dog 1']);
    expect(findings[0]).toBe(
      '1 file is a mask beside the pictures and was left out: cat-samples/1_mask.png. Masks are not examples.',
    );
  });

  test('a picture that cannot be read is named with its reason, and does not count', async () => {
    const zip = storedZip([
      { name: 'cat/1.png', data: await square('red') },
      { name: 'dog/2.png', data: Buffer.alloc(0) },
    ]);
    const { exampleCount, classes, findings } = await looked('more.zip', zip, pictures);
    expect({ exampleCount, classes }).toEqual({ exampleCount: 1, classes: [{ name: 'cat', count: 1 }] });
    expect(findings).toEqual([
      '1 example could not be read and was left out. dog/2.png: It is an empty file. Copy it again from where it came.',
    ]);
  });

  test('a file of which nothing can be read is a problem', async () => {
    const { problem } = await looked(
      'more.zip',
      storedZip([{ name: 'cat/1.png', data: Buffer.alloc(0) }]),
      pictures,
    );
    expect(problem).toMatchObject({ code: 'DATA_EMPTY', message: expect.stringContaining('empty file') });
  });

  test('texts that the version has already are counted', async () => {
    const file = 'text,label\nIt purrs,cat\nIt barks,dog\nIt meows,cat\nIt growls,dog\n';
    const { keys, pack } = await importBytes('pets.csv', file);
    const to = { ...pack.manifest, classes: ['cat', 'dog'] };
    const { findings } = await looked('again.csv', `${file}It sings,bird\n`, to, keys);
    expect(findings.join(' ')).toContain('4 of the new examples are in the data set already: It purrs,');
  });
});

test('classes with long names that begin alike stay two, and are named', async () => {
  const [one, two] = ['1', '2'].map((end) => 'x'.repeat(400) + end);
  const rows = Array.from({ length: 8 }, (_, i) => `text number ${i} is long enough,${i % 2 ? one : two}`);
  const { pack } = await importBytes('long.csv', `text,label\n${rows.join('\n')}\n`);
  expect(pack.manifest.classes.map(({ name }) => name.length)).toEqual([255, 255]);
  expect(pack.manifest.warnings.join(' ')).toContain('2 names of classes have more than 255 characters');
});
