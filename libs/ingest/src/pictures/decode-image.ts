import { DomainError, limits } from '@kshot/domain';
import sharp, { type Sharp } from 'sharp';
import { pictureKindOf } from '../kinds/picture-kinds.js';
import { onBackground } from './on-background.js';
import { type PictureProblem, sentenceOf } from './picture-problem.js';
import { bmpHeader, readBmp } from './read-bmp.js';
import { scaledSamples } from './scaled-samples.js';

export interface ImageShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}
/** A shape as it was found in a file. */
export interface FoundShape extends ImageShape {
  /** Pages or frames, of which the first one is read. */
  readonly pages: number;
}

export type Read<T> = { readonly value: T } | { readonly problem: PictureProblem };

/** Size of a picture without decoding it; grey pictures have one channel. */
export const readShape = (bytes: Buffer): Promise<Read<FoundShape>> =>
  read(bytes, async (bitmap) => {
    if (bitmap) {
      const { height, width } = bmpHeader(bytes);
      return within(height * width, { height, width, channels: 3, pages: 1 });
    }
    const {
      autoOrient,
      space,
      channels,
      pages = 1,
    } = await sharp(bytes, {
      limitInputPixels: false,
      failOn: 'none',
      pages: 1,
    }).metadata();
    const { height, width } = autoOrient;
    const grey = space === 'b-w' || space === 'grey16' || (channels ?? 3) < 3;
    return within(height * width, { height, width, channels: grey ? 1 : 3, pages });
  });

/**
 * A picture whose shape was read, as bytes [height, width, channels], upright, transparent ones on a background that shows them, samples beyond bytes
 * scaled. Another size is covered: scaled until it fills the shape, the rest cut off evenly.
 */
export const readPixels = (bytes: Buffer, shape: ImageShape): Promise<Read<Uint8Array>> =>
  read(bytes, async (bitmap) => {
    const image = bitmap ? rawPipeline(bytes) : ((await scaledSamples(bytes)) ?? pipeline(bytes));
    const { data, info } = await image
      .resize({ height: shape.height, width: shape.width, fit: 'cover', kernel: 'lanczos3' })
      .toColourspace(shape.channels === 1 ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const alpha = info.channels === 2 || info.channels === 4;
    const [opaque, has] = alpha
      ? [onBackground(data, info.channels), info.channels - 1]
      : [data, info.channels];
    return { value: channelsOf(opaque, has, shape.channels) };
  });

/** The pixels of one picture that must be readable. Throws DATA_IMAGE. */
export async function decodeImage(bytes: Uint8Array, shape: ImageShape, name: string): Promise<Uint8Array> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const known = await readShape(buffer);
  const result = 'problem' in known ? known : await readPixels(buffer, shape);
  if ('value' in result) return result.value;
  throw new DomainError('DATA_IMAGE', `${name} ${sentenceOf(result.problem)}`);
}

/** PNG of raw bytes [height, width, channels], for showing. */
export const encodePng = (pixels: Uint8Array, shape: ImageShape): Promise<Buffer> =>
  sharp(pixels, { raw: { height: shape.height, width: shape.width, channels: shape.channels as 1 | 3 } })
    .png()
    .toBuffer();

const pipeline = (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: limits.imagePixels, failOn: 'truncated', pages: 1 }).autoOrient();

function rawPipeline(bytes: Buffer): Sharp {
  const { pixels, height, width } = readBmp(bytes);
  return sharp(pixels, { raw: { height, width, channels: 3 } });
}

/** Finds out what the bytes are, then reads; every failure becomes a problem. */
async function read<T>(bytes: Buffer, decode: (bitmap: boolean) => Promise<Read<T>>): Promise<Read<T>> {
  if (bytes.length === 0) return { problem: { what: 'EMPTY' } };
  const kind = pictureKindOf(bytes);
  if (!kind) return { problem: { what: 'NOT_A_PICTURE' } };
  if (typeof kind.decoder === 'object')
    return { problem: { what: 'UNREAD', kind: kind.name, instead: kind.decoder.instead } };
  try {
    return await decode(kind.decoder === 'bmp');
  } catch {
    return { problem: { what: 'DAMAGED' } };
  }
}

/** A shape that can be decoded. */
function within(pixels: number, value: FoundShape): Read<FoundShape> {
  if (pixels > limits.claimedPixels)
    return { problem: { what: 'IMPOSSIBLE', claim: `${value.width} x ${value.height} pixels` } };
  return pixels > limits.imagePixels
    ? { problem: { what: 'TOO_LARGE', why: `${pixels} pixels; at most ${limits.imagePixels} are read` } }
    : { value };
}

function channelsOf(data: Uint8Array, has: number, wanted: number): Uint8Array {
  if (has === wanted) return data;
  const out = new Uint8Array((data.length / has) * wanted);
  for (let i = 0; i < out.length; i++) {
    out[i] = data[Math.floor(i / wanted) * has + Math.min(i % wanted, has - 1)] as number;
  }
  return out;
}
