import { describe, expect, test } from 'vitest';
import { importBytes } from '../tables/fixtures/import-bytes.js';

const csv = `text,label,when\n${Array.from({ length: 12 }, (_, i) => `words of row ${i},${i % 2 ? 'x' : 'y'},2024-01-${10 + i}`).join('\n')}\n`;

test('a role that a data set of texts does not use is reported', async () => {
  const { pack } = await importBytes('a.csv', csv, { roles: [{ column: 'when', role: 'DATE' }] });
  expect(pack.manifest.warnings).toContain(
    '1 column was chosen as numbers, categories or dates and left out, since a data set of texts does not use it: when. Use all columns as a table to learn from it, too.',
  );
});

test('of many unknown columns three are named', async () => {
  const roles = Array.from({ length: 5000 }, (_, i) => ({ column: `no ${i}`, role: 'TEXT' as const }));
  await expect(importBytes('a.csv', csv, { roles })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message:
      'The plan names 5000 columns that the table does not have: "no 0", "no 1", "no 2" and 4997 more. Its columns are: text, label, when.',
  });
});

const visits = (names: string, line: (i: number) => string) =>
  importBytes(
    'a.csv',
    `${names},label\n${Array.from({ length: 60 }, (_, i) => `${line(i)},${i % 2 ? 'x' : 'y'}`).join('\n')}\n`,
  );

test('ids of patients that come again are left out, and said so', async () => {
  const { pack } = await visits('patient_id,age', (i) => `${1000 + (i % 20)},${20 + (i % 7) * 1.5}`);
  expect(pack.manifest.columns?.map(({ name }) => name)).toEqual(['age']);
  expect(pack.manifest.warnings.join()).toMatch(/several rows belong to.*patient_id.*Choose category/);
});

test('numbers of folds are left out', async () => {
  const { pack } = await visits('kfold,age', (i) => `${i % 5},${20 + (i % 7) * 1.5}`);
  expect(pack.manifest.columns?.map(({ name }) => name)).toEqual(['age']);
});

describe('words beside other columns', () => {
  const products = (use?: 'TABLE' | 'TEXT') =>
    importBytes(
      'a.csv',
      `headline of it,price,brand,label\n${Array.from({ length: 40 }, (_, i) => `wireless mouse number${i} in black,${i}.5,${'ab'[i % 2]},${i % 4 ? 'x' : 'y'}`).join('\n')}\n`,
      use && { use },
    );

  test('are a column of a table', async () => {
    const { pack } = await products();
    expect(pack.manifest.columns?.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      'headline of it: TEXT',
      'price: NUMBER',
      'brand: CATEGORY',
    ]);
    expect(pack.manifest.warnings.join()).toMatch(/"headline of it" holds texts: a sentence encoder/);
  });

  test('become a data set of texts where that is chosen', async () => {
    const { pack } = await products('TEXT');
    expect(pack.manifest).toMatchObject({ modality: 'TEXT', count: 40 });
  });

  test('are a column of a table where that is chosen', async () => {
    const { pack } = await importBytes('a.csv', csv, { use: 'TABLE' });
    expect(pack.manifest.columns?.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      'text: TEXT',
      'when: NUMBER',
    ]);
  });

  test('are left out where they are names of people, unless chosen', async () => {
    const people = (roles: { column: string; role: 'TEXT' }[]) =>
      importBytes(
        'a.csv',
        `full_name,age,label\n${Array.from({ length: 20 }, (_, i) => `Jo of House Doe${i},${i}.5,${i % 2 ? 'x' : 'y'}`).join('\n')}\n`,
        { roles, use: 'TABLE' },
      );
    const names = async (roles: { column: string; role: 'TEXT' }[]) =>
      (await people(roles)).pack.manifest.columns?.map(({ name }) => name);
    expect(await names([])).toEqual(['age']);
    expect(await names([{ column: 'full_name', role: 'TEXT' }])).toEqual(['full_name', 'age']);
  });

  test('a table without words is no data set of texts', async () => {
    const numbers = `a,label\n${Array.from({ length: 20 }, (_, i) => `${i}.5,${i % 2 ? 'x' : 'y'}`).join('\n')}\n`;
    await expect(importBytes('a.csv', numbers, { use: 'TEXT' })).rejects.toMatchObject({
      code: 'DATA_COLUMN',
      message: expect.stringMatching(/^No column holds texts/),
    });
  });
});

describe('texts of ten words beside two columns', () => {
  const modality = async (name: string) => {
    const rows = Array.from(
      { length: 40 },
      (_, i) =>
        `wireless mouse number${i} in black with two more buttons than hands,${i}.5,${'ab'[i % 2]},${i % 4 ? 'x' : 'y'}`,
    );
    return (await importBytes('a.csv', `${name},price,brand,label\n${rows.join('\n')}\n`)).pack.manifest
      .modality;
  };

  test('are a column of a table where they are a title', async () =>
    expect(await modality('title')).toBe('TABLE'));

  test('are a data set of texts where they are a comment', async () =>
    expect(await modality('comment_text')).toBe('TEXT'));
});
