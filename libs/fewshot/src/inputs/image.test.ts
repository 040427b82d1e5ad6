import { describe, expect, it } from 'vitest';
import { encodeImages } from './image.js';
import { medianPixel } from './median-pixel.js';

const size = (height: number, width: number) => ({ modality: 'IMAGE', height, width, channels: 1 }) as const;

describe('encodeImages', () => {
  it('averages areas when shrinking', () => {
    const images = { height: 2, width: 3, channels: 1, pixels: Uint8Array.of(0, 30, 60, 90, 120, 150) };
    // Each cell is as wide as one and a half source pixels: (0 + 30/2)/1.5 = 10 and (30/2 + 60)/1.5 = 50.
    expect([...encodeImages(size(2, 2), images, [0])]).toEqual([10, 50, 100, 140]);
  });

  it('goes linearly between pixel centres when growing', () => {
    const images = { height: 1, width: 2, channels: 1, pixels: Uint8Array.of(0, 100) };
    // Centres of the four cells lie at -0.25, 0.25, 0.75 and 1.25 of the source; the edge continues.
    expect([...encodeImages(size(1, 4), images, [0])]).toEqual([0, 25, 75, 100]);
  });
});

describe('medianPixel', () => {
  it('is the value that half of the pixels do not exceed', () => {
    expect(medianPixel([Uint8Array.of(255, 0, 255), Uint8Array.of(7, 255)])).toBe(255);
    expect(medianPixel([Uint8Array.of(4, 1, 3, 2)])).toBe(2);
    expect(medianPixel([])).toBe(0);
  });
});
