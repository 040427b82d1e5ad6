import { expect, test } from 'vitest';
import { joinedAt, unquotedCommas } from './unquoted-comma.js';

const cells = (line: string): string[] => line.split(',');

test('one column of decimal commas is found where one alone can be it', () => {
  const rows = ['soap,3,50,good', 'milk,1,20,bad'].map(cells);
  expect(unquotedCommas(['product', 'price', 'class'], rows)).toEqual([1]);
  expect(unquotedCommas(['a', 'b', 'class'], ['1,2,3,x', '4,5,6,y'].map(cells))).toBe(undefined);
});

test('decimal commas in all columns of numbers are put together', () => {
  const rows = ['5,1,3,5,setosa,7,2', '4,9,-3,0,setosa,6,1'].map(cells);
  const places = unquotedCommas(['length', 'width', 'class', 'height'], rows);
  expect(places).toEqual([0, 2, 5]);
  expect(joinedAt(rows[1] as string[], places ?? [])).toEqual(['4,9', '-3,0', 'setosa', '6,1']);
});

test('more cells than pairs explain are no decimal commas', () => {
  expect(unquotedCommas(['a', 'b', 'class'], ['1,2,3,4,5,x', '1,2,3,4,5,y'].map(cells))).toBe(undefined);
});
