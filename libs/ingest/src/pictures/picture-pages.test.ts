import sharp from 'sharp';
import { expect, test } from 'vitest';
import { flat, imported, two } from './fixtures/imported.js';

/** A GIF or a WebP of several frames, or a TIFF of several pages. */
const frames = (count: number): sharp.Sharp =>
  sharp(
    Array.from({ length: count }, (_, i) => ({
      create: { width: 16, height: 16, channels: 3 as const, background: `#${i + 1}${i + 1}f` },
    })),
    { join: { animated: true } },
  );

test('pictures of several pages or frames are reported', async () => {
  const { warnings } = await imported([
    ...(await two()),
    ['cat/a.gif', await frames(3).gif().toBuffer()],
    ['cat/b.webp', await frames(3).webp({ lossless: true }).toBuffer()],
    ['dog/c.tif', await frames(2).tiff({ compression: 'none' }).toBuffer()],
    ['dog/d.gif', await flat('#123').gif().toBuffer()],
  ]);
  expect(warnings.split('\n')[0]).toBe(
    '3 pictures have several pages or frames; the first of each was taken: cat/a.gif, cat/b.webp, dog/c.tif. To use the others, save each as a picture.',
  );
});
