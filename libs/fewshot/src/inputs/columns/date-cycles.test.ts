import { describe, expect, test } from 'vitest';
import { cyclesOf } from './date-cycles.js';

const daysOf = (...dates: string[]) => dates.map((date) => Date.parse(date) / 86_400_000);

describe('dates are learned from by', () => {
  test('the year and the week where they spread over both', () => {
    expect(cyclesOf(daysOf('2023-01-02', '2023-04-06', '2023-07-15', '2023-11-30'))).toEqual([365.2425, 7]);
  });

  test('the day where they have hours', () => {
    expect(cyclesOf(daysOf('2023-01-02T08:00Z', '2023-01-03T20:00Z', '2023-01-05T13:00Z'))).toEqual([7, 1]);
  });

  test('the year alone where they are months', () => {
    expect(cyclesOf(daysOf('2023-01-01', '2023-04-01', '2023-06-01', '2023-11-01'))).toEqual([365.2425]);
  });

  test('nothing but their time where they are one day of several years', () => {
    expect(cyclesOf(daysOf('2020-01-01', '2021-01-01', '2022-01-01'))).toEqual([]);
  });

  test('nothing where there are none', () => expect(cyclesOf([])).toEqual([]));
});
