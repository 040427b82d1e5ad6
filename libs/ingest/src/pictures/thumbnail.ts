import { limits } from '@kshot/domain';
import sharp from 'sharp';
import type { ArchiveEntry } from '../archives/archive.js';
import { encodePng, type ImageShape, readPixels, readShape } from './decode-image.js';

const SIDE = 72;

/** A small square PNG of a picture as a data URL; null where it cannot be read. */
export async function thumbnailOf(entry: ArchiveEntry): Promise<string | null> {
  if (entry.bytes > limits.imageBytes) return null;
  const small = await shrunk(await entry.read());
  return small && `data:image/png;base64,${(await encodePng(small.pixels, small.shape)).toString('base64')}`;
}

/** The same as a WebP, of which many take little room. */
export async function tinyThumbnail(bytes: Uint8Array): Promise<string | null> {
  const small = await shrunk(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!small) return null;
  const { height, width, channels } = small.shape;
  const webp = await sharp(small.pixels, { raw: { height, width, channels: channels as 1 | 3 } })
    .webp({ quality: 70 })
    .toBuffer();
  return `data:image/webp;base64,${webp.toString('base64')}`;
}

async function shrunk(bytes: Buffer): Promise<{ pixels: Uint8Array; shape: ImageShape } | null> {
  const known = await readShape(bytes);
  if ('problem' in known) return null;
  const shape = { height: SIDE, width: SIDE, channels: known.value.channels };
  const pixels = await readPixels(bytes, shape);
  return 'problem' in pixels ? null : { pixels: pixels.value, shape };
}
