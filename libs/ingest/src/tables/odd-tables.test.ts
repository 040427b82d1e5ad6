import { describe, expect, test } from 'vitest';
import { storedZip } from '../inspect/fixtures/stored-zip.js';
import { importBytes } from './fixtures/import-bytes.js';

const manifestOf = async (name: string, content: Buffer | string) =>
  (await importBytes(name, content)).pack.manifest;
const classNames = ({ classes }: { classes: readonly { name: string }[] }) => classes.map(({ name }) => name);
const pets = Array.from(
  { length: 8 },
  (_, i) => `{"text":"a text of number ${i}","label":"${i % 2 ? 'cat' : 'dog'}"}`,
);

describe('JSON', () => {
  test('that is nested without end is refused at once', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    await expect(importBytes('deep.json', deep)).rejects.toMatchObject({ code: 'DATA_FORMAT' });
    const value = '['.repeat(3000) + ']'.repeat(3000);
    const record = `[${pets.join(',')},{"text":"x","label":"cat","more":${value}}]`;
    await expect(importBytes('value.json', record)).rejects.toMatchObject({ code: 'DATA_FORMAT' });
  });

  test('brackets within texts are no levels', async () => {
    const many = '[{\\"'.repeat(500);
    const { count } = await manifestOf('a.json', `[${pets.join(',')},{"text":"${many}","label":"cat"}]`);
    expect(count).toBe(9);
  });

  test('lines that are no objects are left out, and named', async () => {
    const lines = [
      ...pets,
      'null',
      `{"text":"${'['.repeat(10)}`,
      `{"a":${'['.repeat(5000)}1${']'.repeat(5000)}}`,
    ];
    const { count, warnings } = await manifestOf('a.jsonl', lines.join('\n'));
    expect(count).toBe(8);
    expect(warnings).toContain(
      '3 lines are no objects and were left out: line 9, line 10, line 11. Write one whole object on each line.',
    );
  });

  test('a class in a list of one, or in an object of one value, is the class', async () => {
    const wrapped = pets.map((line) =>
      line.replace(/"label":"(\w+)"/, (_, name) =>
        name === 'cat' ? '"label":["cat"]' : '"label":{"score":"dog"}',
      ),
    );
    expect(classNames(await manifestOf('a.jsonl', wrapped.join('\n')))).toEqual(['cat', 'dog']);
  });
});

describe('rows', () => {
  test('a decimal comma without quotes does not shift the class', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `Soap ${i % 3},${i % 4},${10 + i},${i % 2 ? 'good' : 'bad'}`,
    );
    const manifest = await manifestOf('prices.csv', `product,price,class\n${rows.join('\n')}\n`);
    expect(classNames(manifest)).toEqual(['bad', 'good']);
    const price = manifest.columns?.find(({ name }) => name === 'price');
    expect(price?.kind === 'NUMBER' && price.maximum).toBeCloseTo(3.21, 5);
    expect(manifest.warnings.join(' ')).toContain('a decimal comma without quotes divides "price"');
  });

  test('of rows with a cell more than there are names it is said', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `a${i % 3},b${i % 4},${i % 2 ? 'x' : 'y'},${i % 2 ? 'good' : 'bad'}`,
    );
    const { warnings } = await manifestOf('odd.csv', `one,two,class\n${rows.join('\n')}\n`);
    expect(warnings.join(' ')).toContain('The rows have 4 cells under 3 names');
  });

  test('names that are said again are no row', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `${i},${i % 2 ? 'x' : 'y'}`);
    const { count, warnings } = await manifestOf(
      'twice.csv',
      ['size,label', ...rows, 'size,label', ...rows].join('\n'),
    );
    expect(count).toBe(24);
    expect(warnings).toContain('1 row repeats the names of the columns and was left out.');
  });

  test('the lines of a survey that describe its columns are no rows', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `I like number ${i},${i % 2 ? 'yes' : 'no'}`);
    const head = [
      'Q1,label',
      'What do you like?,Do you like it?',
      '"{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"',
    ];
    const manifest = await manifestOf('survey.csv', [...head, ...rows].join('\n'));
    expect(classNames(manifest)).toEqual(['no', 'yes']);
    expect(manifest.warnings).toContain('The 2 lines under the names describe them and were left out.');
  });
});

test('tables of an archive with the same columns are put together', async () => {
  const table = (from: number) =>
    Buffer.from(
      `size,label\n${Array.from({ length: 6 }, (_, i) => `${from + i},${i % 2 ? 'x' : 'y'}`).join('\n')}\n`,
    );
  const zip = storedZip([
    { name: '2024-01.csv', data: table(0) },
    { name: '2024-02.csv', data: table(10) },
    { name: 'other.csv', data: Buffer.from('a,b,c\n1,2,3\n') },
  ]);
  const { count, warnings } = await manifestOf('months.zip', zip);
  expect(count).toBe(12);
  expect(warnings.join(' ')).toContain('The table was read from 2024-01.csv and 2024-02.csv.');
  expect(warnings.join(' ')).toContain('1 other file was left out: other.csv');
});

test('a class that is not given does not make the decimal comma the delimiter', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => `P${i};${i},5;${i === 7 ? '' : i % 2 ? 'x' : 'y'}`);
  const { columns, unlabelled, warnings } = await manifestOf(
    'a.csv',
    ['name;amount;label', ...rows].join('\n'),
  );
  expect(columns?.map(({ name }) => name)).toEqual(['amount']);
  expect(unlabelled).toBe(1);
  expect(warnings.join(' ')).not.toContain('passed over');
});

test('a sum below the table is left out, and named', async () => {
  const rows = Array.from({ length: 8 }, (_, i) => `shoe,${i},${i % 2 ? 'x' : 'y'}`);
  const { count, unlabelled, warnings } = await manifestOf(
    'a.csv',
    ['item,amount,label', ...rows, 'Total,28,'].join('\n'),
  );
  expect([count, unlabelled]).toEqual([8, undefined]);
  expect(warnings).toContain('The last row is a sum, an average or a note and was left out: Total.');
});

describe('ARFF', () => {
  const head = '@relation w\n@attribute sky {dry,wet}\n@attribute play {yes,no}\n@data\n';

  test('has its class in the last attribute, however many values are missing', async () => {
    const rows = ['dry,yes', 'wet,no', 'dry,?', 'wet,?', 'dry,yes', 'wet,no'];
    expect(classNames(await manifestOf('w.arff', head + rows.join('\n')))).toEqual(['no', 'yes']);
  });

  test('means the first value by what a sparse row leaves out', async () => {
    const rows = ['{1 no}', '{0 wet}', '{0 wet, 1 no}', '{}'];
    expect(classNames(await manifestOf('w.arff', head + rows.join('\n')))).toEqual(['no', 'yes']);
  });
});

test.each([{ gap: [''] }, { gap: [] }])(
  'lines of names and values above a table are passed over, $gap below them',
  async ({ gap }) => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `0${(i % 9) + 1}.02.2025;${i},5;Shop ${i % 2};${i % 2 ? 'Food' : 'Rent'}`,
    );
    const head = [
      'Account:;DE44500105',
      'Balance of 30.11.2025:;12.345,67 EUR',
      ...gap,
      'Day;Amount;Payee;Kategorie',
    ];
    const { pack } = await importBytes('bank.csv', Buffer.from([...head, ...rows].join('\n')));
    expect(pack.manifest.columns!.map(({ name }) => name)).toEqual(['Day', 'Amount', 'Payee']);
    expect(pack.manifest.classes.map(({ name, count }) => [name, count])).toEqual([
      ['Food', 6],
      ['Rent', 6],
    ]);
  },
);

test.each([
  [' ', (i: number) => `${i + 1}`],
  ['\t', (i: number) => `"Car ${i}"`],
  [',', (i: number) => `"Car ${i}"`],
])(
  'names of rows without a name above them, as R writes them, move no column (%j)',
  async (delimiter, rowName) => {
    const rows = Array.from({ length: 10 }, (_, i) =>
      [rowName(i), `${20 + i / 2}`, `${4 + (i % 3)}`, `${90 + i}`, i % 2 ? '"manual"' : '"auto"'].join(
        delimiter,
      ),
    );
    const text = [['"mpg"', '"cyl"', '"hp"', '"am"'].join(delimiter), ...rows].join('\n');
    const { pack } = await importBytes('cars.csv', Buffer.from(text));
    expect(pack.manifest.columns!.map(({ name }) => name)).toEqual(['mpg', 'cyl', 'hp']);
    expect(pack.manifest.classes.map(({ name }) => name)).toEqual(['auto', 'manual']);
  },
);

test('lists of labels as Python writes them are several labels in a cell', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `it does not work ${i},"${i % 2 ? "['bug']" : "['bug', 'ui']"}"`,
  );
  const { pack } = await importBytes('issues.csv', Buffer.from(`text,labels\n${rows.join('\n')}\n`));
  expect(pack.manifest.warnings.join(' ')).toMatch(/several labels/);
});
