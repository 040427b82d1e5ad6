import { expect, test } from 'vitest';
import { placesIn } from './place-in-folders.js';

test('an outer folder that all share is passed over', () => {
  expect(placesIn(['shapes/circle/1.png', 'shapes/square/2.png']).map((place) => place?.className)).toEqual([
    'circle',
    'square',
  ]);
});

test('two levels are group and class', () => {
  const [first] = placesIn(['set/Latin/a/1.png', 'set/Greek/alpha/1.png']);
  expect(first).toMatchObject({ group: 'Latin', className: 'a', part: null });
});

test('train, validation and test folders are parts, not groups', () => {
  const places = placesIn(['x/train/cat/1.png', 'x/Validation/cat/2.png', 'x/test/dog/3.png']);
  expect(places.map((place) => [place?.part, place?.group, place?.className])).toEqual([
    ['train', null, 'cat'],
    ['validation', null, 'cat'],
    ['test', null, 'dog'],
  ]);
});

test('a class that happens to be called test stays a class', () => {
  expect(placesIn(['test/1.png', 'other/2.png']).map((place) => [place?.className, place?.part])).toEqual([
    ['test', null],
    ['other', null],
  ]);
});

test('a file outside all folders belongs nowhere', () => {
  expect(placesIn(['readme.txt', 'cat/1.png'])[0]).toBeUndefined();
});
