import { describe, expect, test } from 'vitest';
import { newCells } from '../tables/cells.js';
import { numberIn, profileColumn } from './profile-column.js';
import { profileColumns } from './profile-columns.js';

const profiled = (columns: readonly (readonly string[])[], request: { dateOrder?: 'MONTH_FIRST' } = {}) => {
  const cells = columns.map((column) => {
    const own = newCells();
    for (const cell of column) own.push(cell);
    return own;
  });
  const names = columns.map((_, i) => `column ${i}`);
  const table = {
    names,
    columns: cells,
    rows: columns[0]!.length,
    header: true,
    semicolons: false,
    notes: [],
  };
  return profileColumns(table, { fileName: 'a.csv', testShare: 0, seed: 0, ...request }).map(
    ({ reading, bothOrders }) => [reading?.as === 'DATE' ? reading.order : reading?.as, bothOrders],
  );
};

describe('letters behind numbers', () => {
  const reading = (...cells: string[]) => {
    const own = newCells();
    for (const cell of cells) own.push(cell);
    return profileColumn(own, false).reading;
  };

  test('K, M and bare numbers together are magnitudes', () => {
    expect(reading('850', '1.2K', '3M')).toMatchObject({ as: 'WRITTEN', unit: '', letters: 'MAGNITUDES' });
  });

  test('K behind every number is a unit', () => {
    expect(reading('273 K', '300 K', '310 K')).toMatchObject({ as: 'WRITTEN', unit: 'k', letters: 'UNITS' });
  });

  test('K behind some numbers means thousands', () => {
    expect(reading('900', '1.2K', '2K')).toEqual({ as: 'WRITTEN', decimal: '.', unit: '' });
  });

  test('some bounds among numbers are numbers', () => {
    expect(reading('<0.5', '0.7', '0.9')).toMatchObject({ as: 'WRITTEN' });
  });

  test('units of one quantity are converted to the most frequent', () => {
    const own = newCells();
    for (const cell of ['1 KB', '2 MB', '3 KB']) own.push(cell);
    const profile = profileColumn(own, false);
    expect(profile).toMatchObject({
      reading: { as: 'WRITTEN', unit: 'kb' },
      mixedUnits: true,
      strangeCount: 0,
    });
    expect(numberIn('2 MB', profile.reading!)).toBe(2000);
  });

  test('where most cells are bounds they are categories', () => {
    expect(reading('<30', '>30', '<30', '>30')).toBeNull();
  });
});

describe('a word among numbers', () => {
  const readingOf = (word: string, every: number, number = (i: number) => `${i}.5`) => {
    const own = newCells();
    for (let i = 0; i < 60; i++) own.push(i % every === 0 ? word : number(i));
    return profileColumn(own, false).reading?.as;
  };

  test('that comes again stands for a missing one', () => {
    expect(readingOf('Undetermined', 5)).toBe('PLAIN');
    expect(readingOf('n.b.', 5, (i) => `${i},5 €`)).toBe('WRITTEN');
  });

  test('makes categories where it is as frequent as they are', () => {
    expect(readingOf('free', 2)).toBeUndefined();
    expect(readingOf('many', 5, (i) => String(i % 4))).toBeUndefined();
  });
});

describe('the order of dates', () => {
  const either = ['1/5/2024', '2/5/2024', '11/12/2024'];

  test('is day first where both can be read', () => {
    expect(profiled([either])).toEqual([['DMY', true]]);
  });

  test('is the one that was chosen', () => {
    expect(profiled([either], { dateOrder: 'MONTH_FIRST' })).toEqual([['MDY', true]]);
  });

  test('is that of other dates of the table', () => {
    expect(profiled([either, ['1/25/2024', '2/5/2024', '3/4/2024']])).toEqual([
      ['MDY', true],
      ['MDY', false],
    ]);
  });

  test('is no choice where only one can be read, or the year is first', () => {
    expect(profiled([['25/1/2024', '2/5/2024']], { dateOrder: 'MONTH_FIRST' })).toEqual([['DMY', false]]);
    expect(profiled([['2024-01-02', '2024-03-04']])).toEqual([['YMD', false]]);
  });
});

test('many different numbers with decimal commas are read', () => {
  expect(profiled([Array.from({ length: 20_001 }, (_, i) => `${i},5`)])).toEqual([['WRITTEN', false]]);
});
