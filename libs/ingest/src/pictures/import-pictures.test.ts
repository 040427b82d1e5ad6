import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { storedZip } from '../inspect/fixtures/stored-zip.js';
import { importBytes } from '../tables/fixtures/import-bytes.js';
import { bitmap, floatTiff } from './fixtures/odd-pictures.js';

const flat = (colour: string, side = 16) =>
  sharp({ create: { width: side, height: side, channels: 3, background: colour } });
const png = (colour: string): Promise<Buffer> => flat(colour).png().toBuffer();
const zip = (files: readonly (readonly [string, Buffer | string])[]): Buffer =>
  storedZip(files.map(([name, data]) => ({ name, data: Buffer.from(data as Buffer) })));
const two = async (): Promise<[string, Buffer][]> => [
  ['cat/1.png', await png('#f00')],
  ['cat/2.png', await png('#e00')],
  ['dog/1.png', await png('#0f0')],
  ['dog/2.png', await png('#0e0')],
];

async function imported(files: readonly (readonly [string, Buffer | string])[]) {
  const { pack, names } = await importBytes('a.zip', zip(files));
  const { height, width, channels } = pack.manifest.image!;
  const pixels = pack.arrays.pixels!.values as Uint8Array;
  const size = height * width * channels;
  return {
    classes: pack.manifest.classes.map(({ name, count }) => `${name} ${count}`),
    warnings: pack.manifest.warnings.join('\n'),
    parts: pack.manifest.splits[0]!.parts,
    /** The middle pixel of a picture. */
    middle: (name: string) => {
      const at =
        names.indexOf(name) * size + (Math.floor(height / 2) * width + Math.floor(width / 2)) * channels;
      return [...pixels.subarray(at, at + channels)];
    },
  };
}

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

describe('layouts', () => {
  const at = async (...paths: string[]) => {
    const pictures = await Promise.all(
      paths.map((_, i) => png(`#${(100 + i).toString(16)}0000`.slice(0, 7))),
    );
    return paths.map((path, i) => [path, pictures[i] as Buffer] as const);
  };

  test('composed and decomposed names are one class', async () => {
    const files = await at('Caf\u00e9/1.png', 'Cafe\u0301/2.png', 'dog/3.png');
    expect((await imported(files)).classes).toEqual(['Caf\u00e9 2', 'dog 1']);
  });

  test('names such as cat.0.png are classes where there are no folders', async () => {
    const files = await at(...[0, 1, 2].flatMap((i) => [`train/cat.${i}.png`, `train/dog_${i}.png`]));
    expect(await imported(files)).toMatchObject({
      classes: ['cat 3', 'dog 3'],
      warnings: expect.stringMatching(/file names \(cat, dog\)/),
    });
  });

  test('a table beside the pictures names their classes', async () => {
    const files = await at('images/p1.png', 'images/p2.png', 'images/p3.png');
    const table = 'image_id,dx,age\np1,mel,30\np2,nv,31\np3,mel,32\n';
    expect((await imported([...files, ['metadata.csv', table]])).classes).toEqual(['mel 2', 'nv 1']);
  });

  test('files whose names give no class are unlabelled beside those whose names do', async () => {
    for (const test of ['test/0.png', 'test1/image_1.png']) {
      const more = [test, test.replace(/\d+\.png/, '9.png')];
      const files = await at(
        ...[0, 1, 2].flatMap((i) => [`train/cat.${i}.png`, `train/dog.${i}.png`]),
        ...more,
      );
      expect(await imported([...files, ['sampleSubmission.csv', 'id,label\n0,0\n1,0\n9,0\n']])).toMatchObject(
        {
          classes: ['cat 3', 'dog 3'],
          warnings: expect.stringMatching(/^2 files without a class .*were kept as unlabelled/m),
        },
      );
    }
  });
  test('of several tables the one with classes counts, and what it does not name in test is unlabelled', async () => {
    const train = [0, 1, 2, 3].map((i) => `train/000${i}.png`);
    const files = await at(...train, 'test/0000.png', 'test/0005.png', 'train/0009.png');
    const { classes, warnings } = await imported([
      ...files,
      [
        'labels.csv',
        `id,breed\n${[0, 1, 2, 3].map((i) => `000${i},${i % 2 ? 'pug' : 'boxer'}`).join('\n')}\n`,
      ],
      [
        'sample_submission.csv',
        `id,boxer,pug\n${[0, 5, 6, 7].map((i) => `000${i},0.${i},0.5`).join('\n')}\n`,
      ],
    ]);
    expect(classes).toEqual(['boxer 2', 'pug 2']);
    expect(warnings.split('\n').slice(0, 4)).toEqual([
      'The classes were read from the table labels.csv.',
      '1 table does not name classes of pictures and was left out: sample_submission.csv. To read classes from a table, give it a column of file names and a column of classes.',
      '1 file is not named in the table of labels and was left out: train/0009.png. Add rows for them to use them.',
      '2 files without a class (the table of labels gives them none) were kept as unlabelled: test/0000.png, test/0005.png. Nothing is trained on them; label them on the page of the data set.',
    ]);
  });
  test('tables of parts are read together, and the table that was used is not reported as left out', async () => {
    const files = await at('train/1.png', 'train/2.png', 'test/1.png', 'test/2.png');
    const { classes, warnings } = await imported([
      ...files,
      ['train.csv', 'file,label\n1,a\n2,b\n'],
      ['test.csv', 'file,label\n1,a\n2,b\n'],
    ]);
    expect(classes).toEqual(['a 2', 'b 2']);
    expect(warnings).not.toMatch(/left out/);
  });
  test('exports for detection are refused as such', async () => {
    const files = await at('train/images/1.png', 'train/images/2.png');
    await expect(imported([...files, ['train/labels/1.txt', '0 .5 .5 .1 .1']])).rejects.toMatchObject({
      message: expect.stringMatching(/detection \(YOLO\)/),
    });
  });

  test('an archive of archives and SVG drawings in class folders are refused', async () => {
    const inner = zip(await two());
    await expect(
      imported([...(await two()), ['cat/more.zip', Buffer.concat([inner, inner])]]),
    ).rejects.toMatchObject({ message: expect.stringMatching(/other archives/) });
    await expect(imported([...(await two()), ['cat/x.svg', '<svg/>']])).rejects.toMatchObject({
      code: 'DATA_IMAGE',
    });
  });
});
