import { expect, test } from 'vitest';
import { isPlaced, placeFiles } from './place-files.js';

const placesIn = (paths: string[]) =>
  placeFiles(paths).placings.map((placing) => (isPlaced(placing) ? placing : undefined));

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

test('folders that differ by a part at their end are parts', () => {
  const places = placesIn(['news-train/cars/1.txt', 'news-train/space/2.txt', 'news-test/cars/3.txt']);
  expect(places.map((place) => [place?.part, place?.className])).toEqual([
    ['train', 'cars'],
    ['train', 'space'],
    ['test', 'cars'],
  ]);
  expect(placesIn(['dry-test/1.png', 'wet/2.png']).map((place) => place?.className)).toEqual([
    'dry-test',
    'wet',
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

const told = (paths: string[]) =>
  placeFiles(paths).placings.map((placing) =>
    isPlaced(placing) ? [placing.part, placing.group, placing.className].join() : placing.reason,
  );

test('a folder within one of the same name counts once, and parts are known by many names', () => {
  expect(told(['training_set/training_set/cat/1.png', 'seg_test/seg_test/cat/2.png'])).toEqual([
    'train,,cat',
    'test,,cat',
  ]);
});

test('parts are found below groups and below classes', () => {
  expect(told(['mvtec/bottle/train/good/1.png', 'mvtec/cable/test/cut/2.png'])).toEqual([
    'train,bottle,good',
    'test,cable,cut',
  ]);
  expect(told(['cat/train/1.png', 'cat/test/2.png', 'dog/train/3.png'])).toEqual([
    'train,,cat',
    'test,,cat',
    'train,,dog',
  ]);
});

test('a folder called constructor is a class, not a part', () => {
  expect(told(['constructor/a/1.png', 'test/b/2.png'])).toEqual([',constructor,a', ',test,b']);
});

test('files beside the parts, in a part without a class, in hidden folders and masks are left out', () => {
  expect(told(['d/a.png', 'd/train/cat/1.png', 'd/test/dog/2.png', 'd/test/3.png'])).toEqual([
    'BESIDE_PARTS',
    'train,,cat',
    'test,,dog',
    'UNLABELLED',
  ]);
  expect(told(['p/.hidden/1.png', 'p/cat/2.png', 'p/dog/3.png'])[0]).toBe('HIDDEN');
  expect(told(['a/images/1.png', 'a/masks/1.png', 'b/images/2.png', 'b/masks/2.png'])).toEqual([
    ',,a',
    'MASK',
    ',,b',
    'MASK',
  ]);
});

test('pictures of labels beside pictures are masks too, as segmentation sets have them', () => {
  expect(told(['x/images/1.png', 'x/labels/1.png'])).toEqual([',,images', 'MASK']);
});

test('folders within a class folder count to the class', () => {
  expect(told(['cat/1.png', 'cat/young/2.png', 'dog/3.png'])).toEqual([',,cat', ',,cat', ',,dog']);
});

test('pieces of an archive are not classes', () => {
  expect(told(['x_part_1/1.png', 'x_part_2/2.png'])).toEqual(['HALVES', 'HALVES']);
  expect(told(['1/1.png', '10/2.png'])).toEqual([',,1', ',,10']);
});
