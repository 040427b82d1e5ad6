import { expect, test } from 'vitest';
import { missedClasses, untestedClasses } from './untested-classes.js';

const report = { part: 'test', exampleCount: 160, accuracy: 1, accuracyLow: 1, accuracyHigh: 1 };

test('a class is untested where no example of it was in the part, whatever was taken for it', () => {
  const confusion = {
    classes: ['common', 'tiny', 'rare'],
    counts: [
      [158, 1, 0],
      [0, 0, 0],
      [1, 0, 0],
    ],
  };
  expect(untestedClasses({ ...report, macroF1: 1, loss: 0, confusion })).toEqual(['tiny']);
});

test('a class is missed where it was tested and none of it was told right', () => {
  const counts = [
    [158, 1, 0],
    [0, 0, 0],
    [1, 0, 0],
  ];
  const confusion = { classes: ['common', 'tiny', 'rare'], counts };
  expect(missedClasses({ ...report, macroF1: 1, loss: 0, confusion })).toEqual(['rare']);
});
