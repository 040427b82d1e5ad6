import sharp from 'sharp';
import { expect, test } from 'vitest';
import { shownPicture } from './shown-picture.js';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#123456' } })
    .webp()
    .toBuffer();

test.each([
  [900, 600, 90, 60],
  [30, 600, 5, 90],
  [1, 600, 1, 90],
  [40, 20, 40, 20],
])('%i × %i is shown as %i × %i', async (width, height, shownWidth, shownHeight) => {
  const shown = await sharp(await shownPicture(await picture(width, height), 90)).metadata();
  expect([shown.format, shown.width, shown.height]).toEqual(['png', shownWidth, shownHeight]);
});

test('what is not a picture is refused', async () => {
  await expect(shownPicture(Buffer.from('<svg onload="alert(1)"/>'), 90)).rejects.toMatchObject({
    code: 'DATA_IMAGE',
  });
});
