import { describe, expect, test } from 'vitest';
import { headerLines, isUnitLine, namesOnTwoLines } from './header-lines.js';

const body = [
  ['shoe', '1', '2', '3', '4'],
  ['hat', '5', '6', '7', '8'],
];

describe('names on two lines', () => {
  test('groups over merged cells go before the names below them', () => {
    const [top, second] = [
      ['Product', 'Quarter 1', '', 'Quarter 2', ''],
      ['', 'Sales', 'Cost', 'Sales', 'Cost'],
    ];
    const names = ['Product', 'Quarter 1 Sales', 'Quarter 1 Cost', 'Quarter 2 Sales', 'Quarter 2 Cost'];
    expect(namesOnTwoLines(top, second, body)).toEqual(names);
    expect(headerLines([top, second, ...body])).toMatchObject({ names, lines: 2 });
  });

  test('groups that are said over each column are joined too', () => {
    const top = ['Item', 'A', 'A', 'B', 'B'];
    expect(namesOnTwoLines(top, ['Item', 'x', 'y', 'x', 'y'], body)).toEqual([
      'Item',
      'A x',
      'A y',
      'B x',
      'B y',
    ]);
  });

  test('a name that is merged downwards is no group', () => {
    expect(namesOnTwoLines(['Item', '', 'Stock', ''], ['Item', 'Price', 'A', 'B'], body)).toEqual([
      'Item',
      'Price',
      'Stock A',
      'Stock B',
    ]);
  });

  test('a row of data is no second line', () => {
    expect(namesOnTwoLines(['', 'size', 'kind'], ['first', '3', 'red'], body)).toBe(undefined);
    expect(namesOnTwoLines(['text', 'label'], ['hello', 'greet'], [['bye', 'leave']])).toBe(undefined);
    const words = [['b', 'blue', 'y']];
    expect(namesOnTwoLines(['', 'colour', 'label'], ['a', 'red', 'x'], words)).toBe(undefined);
  });
});

describe('a line of units', () => {
  test('is known by brackets or symbols over numbers', () => {
    expect(isUnitLine(['-', '[kg]', '(cm)'], body)).toBe(true);
    expect(isUnitLine(['', 'kg', '°C'], body)).toBe(true);
    expect(isUnitLine(['string', 'float', 'int'], body)).toBe(true);
    expect(isUnitLine(['-', 'min', 'mAU'], body)).toBe(true);
  });

  test('is none where the column holds words', () => {
    expect(isUnitLine(['m'], [['f'], ['m']])).toBe(false);
    expect(isUnitLine(['-', '', ''], body)).toBe(false);
    expect(isUnitLine(['boots', 'kg', 'cm'], body)).toBe(false);
  });

  test('is left out below the names, also where they take two lines', () => {
    const rows = [['', 'Box', ''], ['Item', 'width', 'height'], ['', 'cm', 'cm'], ...body];
    expect(headerLines(rows)).toMatchObject({ names: ['Item', 'Box width', 'Box height'], lines: 3 });
  });
});
