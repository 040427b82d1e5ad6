import { limits } from '@kshot/domain';
import type { ArchiveEntry } from '../archives/archive.js';
import { encodePng, readPixels, readShape } from './decode-image.js';

const SIDE = 72;

/** A small square PNG of a picture as a data URL; null where it cannot be read. */
export async function thumbnailOf(entry: ArchiveEntry): Promise<string | null> {
  if (entry.bytes > limits.imageBytes) return null;
  const bytes = await entry.read();
  const known = await readShape(bytes);
  if ('problem' in known) return null;
  const shape = { height: SIDE, width: SIDE, channels: known.value.channels };
  const pixels = await readPixels(bytes, shape);
  if ('problem' in pixels) return null;
  return `data:image/png;base64,${(await encodePng(pixels.value, shape)).toString('base64')}`;
}
