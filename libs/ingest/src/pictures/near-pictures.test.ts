import { randomFrom } from '@kshot/fewshot';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readPixels } from './decode-image.js';
import { nearPictures } from './near-pictures.js';

const shape = { height: 64, width: 64, channels: 3 };

/** A picture of soft blobs, as PNG. */
async function blobs(seed: number): Promise<Buffer> {
  const random = randomFrom(seed);
  const raw = Buffer.from(Array.from({ length: 8 * 8 * 3 }, () => random.below(256)));
  return sharp(raw, { raw: { width: 8, height: 8, channels: 3 } })
    .resize(200, 200)
    .png()
    .toBuffer();
}
async function pixelsOf(pictures: Buffer[]): Promise<Uint8Array> {
  const read = await Promise.all(pictures.map((bytes) => readPixels(bytes, shape)));
  return Buffer.concat(read.map((one) => ('value' in one ? one.value : new Uint8Array())));
}

describe('pictures that look the same', () => {
  test('a picture that was scaled and saved as JPEG is found', async () => {
    const png = await blobs(1);
    const jpeg = await sharp(png).resize(90).jpeg({ quality: 60 }).toBuffer();
    const pixels = await pixelsOf([png, await blobs(2), jpeg, await blobs(3)]);
    expect(nearPictures(pixels, shape)).toEqual([[2, 0]]);
  });

  test('drawings of a few strokes that differ are not', async () => {
    const stroke = (x: number) =>
      sharp(
        Buffer.from(
          `<svg width="64" height="64"><rect width="64" height="64" fill="white"/><rect x="${x}" y="8" width="4" height="48" fill="black"/></svg>`,
        ),
      )
        .png()
        .toBuffer();
    const pixels = await pixelsOf(await Promise.all([20, 24, 28, 32, 36].map(stroke)));
    expect(nearPictures(pixels, shape)).toEqual([]);
  });
});
