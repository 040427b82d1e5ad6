// Files as people bring them, the same each time: writes them into a folder and gives their paths.
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import sharp from 'sharp';
import tar from 'tar-stream';

/** A generator of numbers from 0 to 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An archive of files that `make` gives by number, in class folders. */
async function archive(
  file: string,
  count: number,
  classes: number,
  make: (i: number) => Promise<{ extension: string; data: Buffer }>,
): Promise<string> {
  const pack = tar.pack();
  const written = pipeline(pack, createWriteStream(file));
  for (let i = 0; i < count; i++) {
    const { extension, data } = await make(i);
    await new Promise<void>((done, failed) =>
      pack.entry({ name: `set/class ${i % classes}/${i}.${extension}`, mtime: new Date(0) }, data, (error) =>
        error ? failed(error) : done(),
      ),
    );
  }
  pack.finalize();
  await written;
  return file;
}

/** Grey PNGs, by default 19,280, of 105 x 105 in 964 classes, as Omniglot's background set has them. */
export function characters(folder: string, count = 19_280): Promise<string> {
  const next = random(1);
  return archive(path.join(folder, 'characters.tar'), count, 964, async () => {
    const pixels = Buffer.alloc(105 * 105, 255);
    let [x, y]: [number, number] = [52, 52];
    for (let step = 0; step < 400; step++) {
      x = Math.min(103, Math.max(1, x + Math.round(2 * next() - 1)));
      y = Math.min(103, Math.max(1, y + Math.round(2 * next() - 1)));
      pixels[y * 105 + x] = 0;
    }
    const png = sharp(pixels, { raw: { width: 105, height: 105, channels: 1 } }).png({ palette: false });
    return { extension: 'png', data: await png.toColourspace('b-w').toBuffer() };
  });
}

/** Photos, by default 100, of 12 megapixels and about 3 MB. */
export async function photos(folder: string, count = 100): Promise<string> {
  const noise = { type: 'gaussian', mean: 128, sigma: 25 } as const;
  const photo = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#000', noise } })
    .blur(1.2)
    .jpeg({ quality: 88 })
    .toBuffer();
  return archive(path.join(folder, 'photos.tar'), count, 4, async (i) => ({
    extension: 'jpg',
    data: Buffer.concat([photo, Buffer.from(String(i))]),
  }));
}

/** A CSV of rows, by default 1,000,000, in thousands: 15 numbers, 4 categories and the class. */
export async function table(folder: string, count = 1_000_000): Promise<string> {
  const file = path.join(folder, 'table.csv');
  const next = random(2);
  const letters = 'abcdefgh';
  const header = [...Array(15).keys()].map((i) => `x${i}`).concat('c0', 'c1', 'c2', 'c3', 'label');
  await pipeline(function* () {
    yield `${header.join()}\n`;
    for (let block = 0; block < count / 1000; block++) {
      let text = '';
      for (let row = 0; row < 1000; row++) {
        for (let i = 0; i < 15; i++) text += `${(6 * next() - 3).toFixed(4)},`;
        for (let i = 0; i < 4; i++) text += `${letters[Math.floor(8 * next())]},`;
        text += `k${Math.floor(5 * next())}\n`;
      }
      yield text;
    }
  }, createWriteStream(file));
  return file;
}
