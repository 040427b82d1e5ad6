import { expect, test } from 'vitest';
import { classesByName, wordBehind, wordOf } from './class-of-name.js';

test('the words before the numbers are the classes', () => {
  expect(classesByName(['cat.0.jpg', 'cat.1.jpg', 'x/dog_12.jpg', 'dog (3).jpg'], wordOf)).toEqual([
    'cat',
    'cat',
    'dog',
    'dog',
  ]);
});

test('words behind the numbers are, where none stands before', () => {
  const names = ['IMG_2000_cat.jpg', 'IMG_2001_dog.jpg', 'IMG_2002_cat.jpg', 'IMG_2003_dog.jpg'];
  expect(classesByName(names, wordBehind)).toEqual(['cat', 'dog', 'cat', 'dog']);
  expect(classesByName(['IMG_1_a.jpg', 'IMG_2_b.jpg', 'IMG_3_c.jpg'], wordBehind)).toBeUndefined();
});

test('numbers alone, one word alone and words that each come once are no classes', () => {
  expect(classesByName(['1.png', '2.png'], wordOf)).toBeUndefined();
  expect(classesByName(['image_1.png', 'image_2.png'], wordOf)).toBeUndefined();
  expect(classesByName(['a1.png', 'b2.png', 'c3.png'], wordOf)).toBeUndefined();
});
