import { expect, test } from 'vitest';
import { freeMistakeText } from '@/threshold/costs-typed';

const classes = { positive: 'sick', other: 'well' };

test.each([
  [{ miss: 0, falseAlarm: 1 }, 'If a miss costs nothing, the model always answers well.'],
  [{ miss: 2, falseAlarm: 0 }, 'If a false alarm costs nothing, the model always answers sick.'],
  [{ miss: 2, falseAlarm: 1 }, null],
])('of the costs %j it is said what a free mistake leads to', (costs, text) => {
  expect(freeMistakeText(costs, classes)).toBe(text);
});
