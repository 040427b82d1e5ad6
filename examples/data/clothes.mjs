// node examples/data/clothes.mjs clothing10.zip: writes clothes.zip, the first eight training photos of five kinds of clothes, made small.
// Source: clothing-dataset-small, A. Grigorev, github.com/alexeygrigorev/clothing-dataset-small, CC0-1.0.
import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';

const KINDS = ['dress', 'hat', 'pants', 'shoes', 't-shirt'];
const EACH = 8;
const SIDE = 280;

const [source = ''] = process.argv.slice(2);
const entries = unzipSync(readFileSync(source), { filter: ({ name }) => name.startsWith('train/') });
/** @type {Record<string, Uint8Array>} */
const files = {};
for (const kind of KINDS) {
  const names = Object.keys(entries)
    .filter((name) => name.startsWith(`train/${kind}/`) && name.endsWith('.jpg'))
    .sort()
    .slice(0, EACH);
  for (const [i, name] of names.entries()) {
    const photo = sharp(entries[name])
      .rotate()
      .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true });
    files[`${kind}/${kind}-${i + 1}.jpg`] = await photo.jpeg({ quality: 85, mozjpeg: true }).toBuffer();
  }
}
writeFileSync(new URL('clothes.zip', import.meta.url), zipSync(files, { level: 0, mtime: '2026-01-01' }));
