import { expect, test } from 'vitest';
import { classesByName } from './class-of-name.js';

test('the words before the numbers are the classes', () => {
  expect(classesByName(['cat.0.jpg', 'cat.1.jpg', 'x/dog_12.jpg', 'dog (3).jpg'])).toEqual([
    'cat',
    'cat',
    'dog',
    'dog',
  ]);
});

test('numbers alone, one word alone and words that each come once are no classes', () => {
  expect(classesByName(['1.png', '2.png'])).toBeUndefined();
  expect(classesByName(['image_1.png', 'image_2.png'])).toBeUndefined();
  expect(classesByName(['a1.png', 'b2.png', 'c3.png'])).toBeUndefined();
});
