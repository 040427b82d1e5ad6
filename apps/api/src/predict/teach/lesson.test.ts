import { expect, test } from 'vitest';
import { type LessonExample, taught } from './lesson.js';

const example = (name: string, ...features: number[]): LessonExample => ({
  class: name,
  features: Float64Array.from(features),
  content: {},
  row: -1,
});
const known = [example('cat', 1, 0), example('dog', 0, 1), example('dog', 0, 2)];
const shown = (examples: readonly LessonExample[]) =>
  examples.map((one) => `${one.class} ${[...one.features]}`);

test('new examples come behind those that are there', () => {
  expect(shown(taught(known, [], [example('fish', 2, 2)]))).toEqual([
    'cat 1,0',
    'dog 0,1',
    'dog 0,2',
    'fish 2,2',
  ]);
});

test('an example that is there already takes the class that is given now', () => {
  expect(shown(taught(known, [], [example('cat', 0, 2)]))).toEqual(['cat 1,0', 'dog 0,1', 'cat 0,2']);
});

test('corrections move examples to another class, or leave them out', () => {
  const corrections = [
    { index: 0, class: null },
    { index: 1, class: 'fish' },
  ];
  expect(shown(taught(known, corrections, []))).toEqual(['fish 0,1', 'dog 0,2']);
});

test('a correction of the same example twice is refused', () => {
  const corrections = [
    { index: 1, class: 'cat' },
    { index: 1, class: 'fish' },
  ];
  expect(() => taught(known, corrections, [])).toThrow('Example 1 is corrected twice');
});

test('one example given to two classes is refused', () => {
  expect(() => taught(known, [], [example('fish', 3, 3), example('bird', 3, 3)])).toThrow(
    'given to both "fish" and "bird"',
  );
});

test('a new class that differs from another in capitals alone is refused', () => {
  expect(() => taught(known, [], [example('Cat', 3, 3)])).toThrow('There is a class "cat" already');
});

test('an example that is not there cannot be corrected', () => {
  expect(() => taught(known, [{ index: 3, class: 'cat' }], [])).toThrow('There is no example 3');
});
