import { expect, test } from 'vitest';
import { latinShare } from './latin-share.js';

test.each([
  [['Where is my parcel?', 'Wo ist mein Päckchen?'], 1],
  [['не могу войти'], 0],
  [['我想退款 ab'], 2 / 6],
  [['12', '!'], 1],
])('%j: %d', (texts, share) => {
  expect(latinShare(texts)).toBeCloseTo(share, 12);
});
