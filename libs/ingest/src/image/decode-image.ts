import { DomainError, limits } from '@kshot/domain';
import sharp from 'sharp';

export interface ImageShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

const pipeline = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: limits.imagePixels, failOn: 'error', pages: 1 }).autoOrient();

/** Size of a picture without decoding it; grey pictures have one channel. Throws DATA_IMAGE. */
export async function imageShape(bytes: Uint8Array, name: string): Promise<ImageShape> {
  try {
    const { autoOrient, space, channels } = await pipeline(bytes).metadata();
    const grey = space === 'b-w' || space === 'grey16' || (channels ?? 3) < 3;
    return { height: autoOrient.height, width: autoOrient.width, channels: grey ? 1 : 3 };
  } catch (error) {
    throw unreadable(name, error);
  }
}

/**
 * A picture as bytes [height, width, channels], upright, without transparency (white behind it). Another size is covered:
 * scaled until it fills the shape, the rest cut off evenly. Throws DATA_IMAGE.
 */
export async function decodeImage(bytes: Uint8Array, shape: ImageShape, name: string): Promise<Uint8Array> {
  try {
    const image = pipeline(bytes)
      .flatten({ background: '#ffffff' })
      .resize({ height: shape.height, width: shape.width, fit: 'cover', kernel: 'lanczos3' })
      .toColourspace(shape.channels === 1 ? 'b-w' : 'srgb');
    const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return channelsOf(data, info.channels, shape.channels);
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** PNG of raw bytes [height, width, channels], for showing. */
export const encodePng = (pixels: Uint8Array, shape: ImageShape): Promise<Buffer> =>
  sharp(pixels, { raw: { height: shape.height, width: shape.width, channels: shape.channels as 1 | 3 } })
    .png()
    .toBuffer();

function channelsOf(data: Uint8Array, has: number, wanted: number): Uint8Array {
  if (has === wanted) return data;
  const out = new Uint8Array((data.length / has) * wanted);
  for (let i = 0; i < out.length; i++) {
    out[i] = data[Math.floor(i / wanted) * has + Math.min(i % wanted, has - 1)] as number;
  }
  return out;
}

function unreadable(name: string, error: unknown): DomainError {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0];
  return new DomainError(
    'DATA_IMAGE',
    `${name} cannot be read as an image (${reason}). Use PNG, JPEG, WebP, GIF or TIFF, or take it out.`,
  );
}
