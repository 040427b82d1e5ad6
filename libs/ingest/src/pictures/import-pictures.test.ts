import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { importBytes } from '../tables/fixtures/import-bytes.js';
import { flat, imported, png, two, zip } from './fixtures/imported.js';
import { bitmap, floatTiff } from './fixtures/odd-pictures.js';

test('what is not a picture, is empty, cut or of a format that is not read is left out, one warning for each reason', async () => {
  const whole = await png('#00f');
  const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(99)]);
  const { classes, warnings } = await imported([
    ...(await two()),
    ['cat/notes.txt', 'todo'],
    ['dog/empty.png', ''],
    ['dog/cut.png', whole.subarray(0, whole.length - 20)],
    ['cat/IMG_1.jpg', heic],
  ]);
  expect(classes).toEqual(['cat 2', 'dog 2']);
  expect(warnings.split('\n').slice(0, 4)).toEqual([
    '1 file is not a picture and was left out: cat/notes.txt.',
    '1 picture is in the HEIC format, which cannot be read, and was left out: cat/IMG_1.jpg. Save HEIC photos as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible.',
    '1 picture is an empty file and was left out: dog/empty.png. Replace with intact copies and import again.',
    '1 picture is damaged or incomplete and was left out: dog/cut.png. Replace with intact copies and import again.',
  ]);
});

test('an import fails only when fewer than two classes are left, and lists every reason at once', async () => {
  const files = (await two()).slice(0, 2);
  await expect(imported([...files, ['dog/1.png', ''], ['dog/notes.txt', 'x']])).rejects.toMatchObject({
    code: 'DATA_ONE_CLASS',
    message: expect.stringMatching(/class cat\..*notes\.txt.*empty file/),
  });
});

describe('pixels', () => {
  test('floats from 0 to 1 are scaled, not clipped', async () => {
    const files = [0.1, 0.15, 0.8, 0.85].map(
      (value, i) => [`${i < 2 ? 'dim' : 'bright'}/${i}.tif`, floatTiff(value)] as const,
    );
    const { middle } = await imported(files);
    expect([middle('dim/0.tif'), middle('bright/2.tif')]).toEqual([[26], [204]]);
  });

  test('white signs on nothing are put on black, dark ones on white', async () => {
    const sign = (grey: number) =>
      sharp({ create: { width: 16, height: 16, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
        .composite([
          {
            input: {
              create: { width: 4, height: 4, channels: 3, background: { r: grey, g: grey, b: grey } },
            },
            top: 0,
            left: 0,
          },
        ])
        .png()
        .toBuffer();
    const { middle, warnings } = await imported([
      ['a/white.png', await sign(255)],
      ['b/black.png', await sign(0)],
    ]);
    expect([middle('a/white.png'), middle('b/black.png')]).toEqual([
      [0, 0, 0],
      [255, 255, 255],
    ]);
    expect(warnings).not.toMatch(/blank/);
  });

  test('CMYK keeps its colours, and pictures lie as their EXIF orientation says', async () => {
    const half = sharp({ create: { width: 20, height: 40, channels: 3, background: '#fff' } }).composite([
      { input: { create: { width: 20, height: 20, channels: 3, background: '#000' } }, top: 0, left: 0 },
    ]);
    const upright = await half.png().toBuffer();
    const turned = await sharp(await sharp(upright).rotate(-90).png().toBuffer())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { pack, names } = await importBytes(
      'a.zip',
      zip([
        ['a/1.png', upright],
        ['b/2.jpg', turned],
      ]),
    );
    const pixels = pack.arrays.pixels!.values;
    const top = (name: string) => pixels[names.indexOf(name) * 20 * 40 * 3 + 3 * (20 * 5 + 10)] as number;
    expect(pack.manifest.image).toMatchObject({ height: 40, width: 20 });
    expect(top('a/1.png')).toBeLessThan(10);
    expect(top('b/2.jpg')).toBeLessThan(10);
    const cmyk = await flat('#dc1e14').toColourspace('cmyk').jpeg().toBuffer();
    const [red = 0, , blue = 255] = (
      await imported([
        ['red/1.jpg', cmyk],
        ['blue/2.png', await png('#00f')],
      ])
    ).middle('red/1.jpg');
    expect(red).toBeGreaterThan(150);
    expect(blue).toBeLessThan(90);
  });

  test.each([1, 4, 8, 16, 24, 32] as const)('a bitmap of %d bits shows its colour', async (bits) => {
    const { middle } = await imported([
      ['a/1.bmp', bitmap(bits, [255, 0, 0])],
      ['b/2.bmp', bitmap(bits, [0, 0, 255])],
    ]);
    expect(middle('a/1.bmp')).toEqual([255, 0, 0]);
    expect(middle('b/2.bmp')).toEqual([0, 0, 255]);
  });

  test('a blank picture is reported', async () => {
    expect((await imported(await two())).warnings).toMatch(/4 pictures are blank/);
  });
});
