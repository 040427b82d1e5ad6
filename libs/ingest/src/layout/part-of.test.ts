import { expect, test } from 'vitest';
import { partOf } from './part-of.js';

test.each([
  ['train', 'train'],
  ['Training_Set', 'train'],
  ['seg_train', 'train'],
  ['TrainData', 'train'],
  ['train2017', 'train'],
  ['trainset', 'train'],
  ['valid', 'validation'],
  ['DEV', 'validation'],
  ['val_images', 'validation'],
  ['hold-out', 'test'],
  ['eval', 'test'],
  ['test 1', 'test'],
  ['seg_pred', 'unlabelled'],
])('%s means %s', (name, part) => {
  expect(partOf(name)).toBe(part);
});

test.each([
  'constructor',
  '__proto__',
  'cat',
  'test-multiple_fruits',
  'part_1',
  'images',
  '',
  'toString',
  'trainer',
])('%s is not a part', (name) => {
  expect(partOf(name)).toBeNull();
});
