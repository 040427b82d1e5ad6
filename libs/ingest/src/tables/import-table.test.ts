import { describe, expect, test } from 'vitest';
import { importBytes } from './fixtures/import-bytes.js';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const column = async (cells: (i: number) => string, header = 'v,label', delimiter = ',') => {
  const csv = `${header}\n${lines(40, (i) => `${cells(i)}${delimiter}${i % 2 ? 'x' : 'y'}`)}`;
  const { pack } = await importBytes('a.csv', csv);
  return {
    entry: pack.manifest.columns![0]!,
    values: pack.arrays['column:0']!.values,
    warnings: pack.manifest.warnings.join('\n'),
  };
};

describe('a column as a whole decides how its cells are read', () => {
  test('decimal commas between semicolons', async () => {
    const { entry, values } = await column((i) => `${i},5`, 'v;label', ';');
    expect(entry).toMatchObject({ kind: 'NUMBER', minimum: 0.5, maximum: 39.5 });
    expect(values[2]).toBe(2.5);
  });

  test('a few cells that are not numbers count as missing, and are named', async () => {
    const { entry, warnings } = await column((i) => (i === 3 ? 'many' : `${i * 2}.5`));
    expect(entry).toMatchObject({ kind: 'NUMBER', missing: 1 });
    expect(warnings).toMatch(/"v": 1 cell is not a number.*"many"/);
  });

  test('many cells that are not numbers make categories', async () => {
    expect((await column((i) => (i % 4 ? 'low' : '7'))).entry).toMatchObject({
      kind: 'CATEGORY',
      categories: ['low', '7'],
    });
  });

  test('dates are days since 1970', async () => {
    const { entry } = await column((i) => `1970-02-${String(1 + (i % 28)).padStart(2, '0')}`);
    expect(entry).toMatchObject({
      kind: 'NUMBER',
      minimum: 31,
      maximum: 58,
      reading: { as: 'DATE', order: 'YMD' },
    });
  });

  test('milliseconds since 1970 that differ by one stay apart', async () => {
    const { entry, values } = await column((i) => String(1_700_000_000_000 + i));
    expect(entry).toMatchObject({
      minimum: 1_700_000_000_000,
      maximum: 1_700_000_000_039,
      offset: 1_700_000_000_000,
    });
    expect([...values.slice(0, 3)]).toEqual([0, 1, 2]);
  });

  test('a number that is not finite as stored is missing', async () => {
    const { entry } = await column((i) => (i === 5 ? '1e39' : String(i * 3)));
    expect(entry).toMatchObject({ kind: 'NUMBER', missing: 1, maximum: 117 });
  });
});

describe('what a table is', () => {
  const classes = async (csv: string, fileName = 'a.csv') => {
    const { pack } = await importBytes(fileName, csv);
    const { modality, classes: found, count, warnings } = pack.manifest;
    return {
      modality,
      count,
      classes: found.map(({ name, count: n }) => `${name} ${n}`),
      warnings: warnings.join('\n'),
    };
  };

  test('without a header the last column of few values is the class', async () => {
    expect(
      await classes(lines(30, (i) => `${i}.5,${i * 2}.5,${i % 3 ? 'setosa' : 'virginica'}`)),
    ).toMatchObject({
      modality: 'TABLE',
      count: 30,
      classes: ['setosa 20', 'virginica 10'],
      warnings: expect.stringMatching(/looks like data, not like a header/),
    });
  });

  test('labels before texts, without a header and with quotes that enclose nothing', async () => {
    const found = await classes(
      lines(10, (i) => (i % 2 ? 'spam\t"win" a prize now' : `ham\tsee you at "${i}" then`)),
    );
    expect(found).toMatchObject({ modality: 'TEXT', classes: ['ham 5', 'spam 5'] });
  });

  test('a title above the header is passed over', async () => {
    expect(
      await classes(`Report 2024,,\na,b,label\n${lines(20, (i) => `${i}.1,${i}.2,${i % 2 ? 'x' : 'y'}`)}`),
    ).toMatchObject({
      count: 20,
      warnings: expect.stringMatching(/passed over as a title: Report 2024/),
    });
  });

  test('rows without a class are kept beside the examples, and reported', async () => {
    const found = await classes(
      `text,label\n${lines(10, (i) => `some words ${i},${i === 4 ? 'NA' : i % 2 ? 'x' : 'y'}`)}`,
    );
    expect(found).toMatchObject({
      count: 9,
      warnings: expect.stringMatching(/1 row without a class .* kept as unlabelled: row 5/),
    });
  });

  test('texts that differ in case and punctuation only are reported, across parts too', async () => {
    const rows = lines(10, (i) => `words number ${i},${i % 2 ? 'x' : 'y'},train`);
    const found = await classes(
      `text,label,split\n${rows}\n"Words, number 3!",x,test\nother words,y,test\nmore words,x,test`,
    );
    expect(found.warnings).toMatch(
      /1 example is nearly the same as others .*: Words, number 3! like words number 3/,
    );
    expect(found.warnings).toMatch(/1 of these is in another part/);
  });

  test('ids, row numbers and names are left out of a table of numbers', async () => {
    const found = await classes(
      `,id,name,size,label\n${lines(20, (i) => `${i},k-${i},Jo ${i} Doe,${i}.5,${i % 2 ? 'x' : 'y'}`)}`,
    );
    expect(found.warnings).toMatch(/different value in nearly every row.*id, name/);
    expect(found.warnings).toMatch(/number the rows/);
  });

  test('classes that are written in several ways, several labels in a cell and measurements are reported', async () => {
    expect(
      (await classes(`a,label\n${lines(20, (i) => `${i}.5,${['Yes', 'yes', 'no'][i % 3]}`)}`)).warnings,
    ).toMatch(/"yes" and "Yes"/);
    expect(
      (await classes(`a,label\n${lines(20, (i) => `${i}.5,"${['red', 'blue', 'red,blue'][i % 3]}"`)}`))
        .warnings,
    ).toMatch(/several labels/);
    expect((await classes(`a,label\n${lines(40, (i) => `${i % 7},${i}.25`)}`)).warnings).toMatch(
      /regression/,
    );
  });

  test('__proto__ and constructor are classes like others', async () => {
    expect(
      (await classes(`a,label\n${lines(20, (i) => `${i}.5,${i % 2 ? '__proto__' : 'constructor'}`)}`))
        .classes,
    ).toEqual(['__proto__ 10', 'constructor 10']);
  });

  test('a column of parts divides the rows, and rows of unknown parts are left out', async () => {
    const { pack } = await importBytes(
      'a.csv',
      `text,label,subset\n${lines(20, (i) => `words ${i},${i % 2 ? 'x' : 'y'},${i === 19 ? 'unsupervised' : i < 14 ? 'Train' : 'dev'}`)}`,
    );
    expect(pack.manifest.splits).toEqual([{ name: 'given', seed: 0, parts: ['train', 'validation'] }]);
    expect(pack.manifest.count).toBe(19);
  });

  test('parts without a training part are replaced by a split, and reported', async () => {
    const { pack } = await importBytes(
      'a.csv',
      `a,label,split\n${lines(20, (i) => `${i}.5,${i % 2 ? 'x' : 'y'},test`)}`,
    );
    expect(pack.manifest.splits[0]).toMatchObject({ name: 'default', parts: ['train', 'test'] });
    expect(pack.manifest.warnings.join()).toMatch(/No example is in the train part/);
  });
});
