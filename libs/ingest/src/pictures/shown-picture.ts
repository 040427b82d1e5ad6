import { decodeImage, encodePng, readShape } from './decode-image.js';

/** A picture as PNG with its sides in proportion, the longer one at most so many pixels. Throws DATA_IMAGE. */
export async function shownPicture(bytes: Uint8Array, side: number): Promise<Buffer> {
  const known = await readShape(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { height, width, channels } = 'value' in known ? known.value : { height: 1, width: 1, channels: 3 };
  const scale = Math.min(1, side / Math.max(height, width));
  const shape = {
    height: Math.max(1, Math.round(height * scale)),
    width: Math.max(1, Math.round(width * scale)),
    channels,
  };
  return encodePng(await decodeImage(bytes, shape, 'The picture'), shape);
}
