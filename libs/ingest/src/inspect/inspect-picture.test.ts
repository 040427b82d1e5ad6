import sharp from 'sharp';
import { expect, test } from 'vitest';
import { withFile } from '../fixtures/with-file.js';
import { inspectFile } from './inspect-file.js';

const looked = (fileName: string, bytes: Buffer) =>
  withFile(bytes, (file) => inspectFile(file, { fileName, testShare: 0.2, seed: 1 }));

test('a single photo has a plan without a class, with its picture', async () => {
  const photo = sharp({ create: { width: 9, height: 7, channels: 3, background: '#a50' } });
  const plan = await looked('one.jpg', await photo.jpeg().toBuffer());
  expect(plan).toMatchObject({ modality: 'IMAGE', classCount: 0, problem: { code: 'DATA_FORMAT' } });
  expect(plan.examples).toMatchObject([{ name: 'one.jpg', image: expect.stringMatching(/^data:image/) }]);
});

test('a photo of a format that cannot be read is refused with the way out', async () => {
  const heic = Buffer.from(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${'\0'.repeat(99)}`, 'latin1');
  await expect(looked('one.heic', heic)).rejects.toMatchObject({
    message: expect.stringMatching(
      /^The file is in the HEIC format, which cannot be read\. Save HEIC photos/,
    ),
  });
});
