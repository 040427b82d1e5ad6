import { expect, it } from 'vitest';
import { framedInk } from './frame-ink.js';

const side = 20;
const sheet = (ink: (x: number, y: number) => boolean, paper = 255) => ({
  height: side,
  width: side,
  channels: 1,
  pixels: Uint8Array.from({ length: side * side }, (_, i) =>
    ink(i % side, Math.floor(i / side)) ? 255 - paper : paper,
  ),
});
const block = (left: number, top: number, size: number) => (x: number, y: number) =>
  x >= left && x < left + size && y >= top && y < top + size;

it('gives the same picture wherever the sign was drawn', () => {
  const here = framedInk(sheet(block(1, 2, 8)), [0]);
  const there = framedInk(sheet(block(11, 9, 8)), [0]);
  expect(here.pixels).toEqual(there.pixels);
});

it('fills four fifths of the sheet with a sign of any size; a dot stays small', () => {
  const inked = (size: number) => {
    const { pixels } = framedInk(sheet(block(3, 3, size)), [0]);
    return Array.from(pixels.subarray(10 * side, 11 * side)).filter((value) => value < 128).length;
  };
  expect(inked(8)).toBe(16); // 0.8 of 20
  expect(inked(12)).toBe(16);
  // A dot's frame is 0.23 · 20 · 1.25 = 5.75 cells, so a step is 0.2875 of one. In this row, 0.14 below its middle, more
  // than half of it lies within 0.42 cells, which are 1.45 steps: those at 0.5 to either side.
  expect(inked(1)).toBe(2);
});

it('treats white on black alike, and leaves empty paper as it is', () => {
  const white = framedInk(sheet(block(1, 2, 8), 0), [0]).pixels;
  expect(white).toEqual(framedInk(sheet(block(1, 2, 8)), [0]).pixels.map((value) => 255 - value));
  expect(
    framedInk(
      sheet(() => false),
      [0],
    ).pixels.every((value) => value === 255),
  ).toBe(true);
});
