import { expect, test } from 'vitest';
import { type Ink, inkBox, inkCells } from './ink-box';

function sheet(width: number, height: number, inked: (x: number, y: number) => boolean): Ink {
  const values = new Float32Array(width * height);
  for (let index = 0; index < values.length; index += 1) {
    values[index] = inked(index % width, Math.floor(index / width)) ? 1 : 0;
  }
  return { width, height, values };
}

test('a blank sheet has no box and no cells', () => {
  const blank = sheet(10, 10, () => false);
  expect(inkBox(blank)).toBeNull();
  expect(inkCells(blank, 2, 16)).toBeNull();
});

test('the box is the smallest around the ink', () => {
  expect(inkBox(sheet(20, 20, (x, y) => x >= 3 && x < 7 && y >= 5 && y < 15))).toEqual({
    left: 3,
    top: 5,
    width: 4,
    height: 10,
  });
});

test('a small square anywhere fills the picture', () => {
  expect(
    inkCells(
      sheet(40, 40, (x, y) => x >= 30 && x < 38 && y >= 2 && y < 10),
      2,
      16,
    ),
  ).toEqual([16, 16, 16, 16]);
});

test('an upright stroke stays upright, in the middle', () => {
  // 8 wide and 32 high: a quarter of the span, the two middle columns half each of four.
  expect(
    inkCells(
      sheet(64, 64, (x, y) => x >= 8 && x < 16 && y >= 16 && y < 48),
      4,
      16,
    ),
  ).toEqual([0, 8, 8, 0, 0, 8, 8, 0, 0, 8, 8, 0, 0, 8, 8, 0]);
});
