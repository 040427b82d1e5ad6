import { expect, test } from 'vitest';
import { masksBeside } from './masks-beside.js';

test.each([
  ['benign (1).png', 'benign (1)_mask.png'],
  ['benign (4).png', 'benign (4)_mask_1.png'],
  ['a.jpg', 'a-mask.png'],
  ['a.png', 'A_Segmentation.PNG'],
  ['a.png', 'a_seg.png'],
  ['a.png', 'a_label.png'],
  ['a.png', 'a_labels.png'],
  ['a.png', 'a_gt.png'],
])('beside %s, %s is a mask', (picture, mask) => {
  expect([...masksBeside([`x/${picture}`, `x/${mask}`])]).toEqual([`x/${mask}`]);
});

test.each([
  ['a picture without the one that it belongs to', ['x/b_mask.png', 'x/a.png']],
  ['a picture whose namesake lies in another folder', ['x/a.png', 'y/a_mask.png']],
  ['a text', ['x/a.txt', 'x/a_label.txt']],
  ['a word that only ends like it', ['x/un.png', 'x/unmask.png']],
])('%s is no mask', (_, paths) => {
  expect(masksBeside(paths).size).toBe(0);
});
