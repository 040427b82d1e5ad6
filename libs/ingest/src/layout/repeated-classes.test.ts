import { expect, test } from 'vitest';
import { repeatedClasses } from './repeated-classes.js';

const place = (group: string | null, className: string) => ({ group, className, part: null });

test('the same classes in two outer folders are reported', () => {
  expect(
    repeatedClasses(
      ['Januar', 'Februar'].flatMap((group) => ['cat', 'dog'].map((name) => place(group, name))),
    ),
  ).toEqual([
    '2 class folders lie in several outer folders and were kept as different classes: cat, dog (Januar/cat, Februar/cat). If they mean the same, put their files into one folder, or give them the same name on the page of the data set, which merges them.',
  ]);
});

test('classes of different names are not', () => {
  expect(repeatedClasses([place('Latin', 'a'), place('Greek', 'alpha'), place('Latin', 'a')])).toEqual([]);
});
