import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { importBytes } from '../tables/fixtures/import-bytes.js';
import { decodeImage } from './decode-image.js';
import { png, two, zip } from './fixtures/imported.js';

test('a picture that is damaged in the archive is left out, without the words of a decoder', async () => {
  const bytes = zip([...(await two()), ['dog/3.png', await png('#0d0')]]);
  const at = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.writeUInt32LE(7, at + 16);
  const { pack } = await importBytes('a.zip', bytes);
  expect(pack.manifest.warnings[0]).toBe(
    '1 picture is damaged or incomplete and was left out: dog/3.png. Replace with intact copies and import again.',
  );
  const cut = (await png('#00f')).subarray(0, 60);
  const shape = { height: 16, width: 16, channels: 3 };
  await expect(decodeImage(cut, shape, 'It')).rejects.toMatchObject({
    message: 'It cannot be read as an image: it is damaged or incomplete. Copy it again from where it came.',
  });
});

test('a table of classes that is damaged in the archive refuses it', async () => {
  const bytes = zip([
    ['1.png', await png('#f00')],
    ['2.png', await png('#0f0')],
    ['labels.csv', 'id,label\n1,a\n2,b\n'],
  ]);
  bytes.writeUInt32LE(7, bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 16);
  await expect(importBytes('a.zip', bytes)).rejects.toMatchObject({
    message: expect.stringMatching(/labels\.csv.*checksum/),
  });
});

async function claiming(side: number): Promise<Buffer> {
  const huge = Buffer.from(await png('#00f'));
  huge.writeUInt32BE(side, 16);
  huge.writeUInt32BE(side, 20);
  huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
  return huge;
}

test('a picture with too many pixels is left out and named', async () => {
  const { pack } = await importBytes(
    'a.zip',
    zip([...(await two()), ['dog/huge.png', await claiming(20_000)]]),
  );
  expect(pack.manifest.warnings[0]).toBe(
    '1 picture is too large and was left out: dog/huge.png. Save smaller copies to use them.',
  );
});

test('a picture that claims more pixels than any has refuses the archive, and is named', async () => {
  const archive = zip([...(await two()), ['dog/huge.png', await claiming(40_000)]]);
  await expect(importBytes('a.zip', archive)).rejects.toMatchObject({
    code: 'DATA_TOO_LARGE',
    message: 'dog/huge.png claims to have 40000 x 40000 pixels, which no picture has. Take it out.',
  });
});
