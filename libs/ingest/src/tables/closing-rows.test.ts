import { describe, expect, test } from 'vitest';
import { closingRows, isRuler } from './closing-rows.js';

describe('closing rows', () => {
  test('sums are no examples', () => {
    expect(
      closingRows([
        ['shoe', '12', 'sold'],
        ['Total', '12', ''],
      ]),
    ).toBe(1);
    expect(closingRows([['Gesamt:', '1.234,50 €']])).toBe(1);
    expect(closingRows([['Total: Campaigns', '40', '1%']])).toBe(1);
    expect(closingRows([['Total', '5', 'Total']])).toBe(1);
  });

  test('a word for a sum beside other words is an example', () => {
    expect(closingRows([['total', 'rubbish']])).toBe(0);
  });

  test('notes on where the table is from are no examples', () => {
    expect(closingRows([['Total', '3'], ['Source: World Bank']])).toBe(2);
    expect(closingRows([['Source code is missing', '']])).toBe(0);
  });

  const pupils = [
    ['Ann', '2', 'pass'],
    ['Max', '3', 'fail'],
  ];

  test('averages are no examples, in several languages', () => {
    for (const word of ['Average', 'Mean:', 'Durchschnitt', 'Ø', 'Moyenne', 'Promedio', 'Media', 'Median'])
      expect(closingRows([...pupils, [word, '2.5', '']])).toBe(1);
    expect(closingRows([...pupils, ['Average', '', '']])).toBe(1);
  });

  test('an average that is a class among classes is an example', () => {
    const rows = [
      ['Good', '4'],
      ['Good', '3'],
      ['Average', '2'],
    ];
    expect(closingRows(rows)).toBe(0);
  });

  test('extremes close a table together, and one alone may be a name', () => {
    expect(closingRows([...pupils, ['Min', '2', ''], ['Max', '3', '']])).toBe(2);
    expect(closingRows([...pupils, ['Mean', '2', ''], ['Std', '1', '']])).toBe(2);
    expect(closingRows([...pupils, ['Max', '3', '']])).toBe(0);
    expect(closingRows([...pupils, ['Max', '3', ''], ['Total', '8', '']])).toBe(1);
  });

  test('a sum within the table stays', () => {
    expect(
      closingRows([
        ['Total', '3'],
        ['shoe', '4'],
      ]),
    ).toBe(0);
  });

  test('a line of dashes divides names and rows', () => {
    expect(isRuler(['', '---', ':--:', ''])).toBe(true);
    expect(isRuler(['-', '-'])).toBe(false);
    expect(isRuler(['-----', ''])).toBe(true);
    expect(isRuler(['--', ''])).toBe(false);
  });
});
