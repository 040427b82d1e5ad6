import { limits } from '@kshot/domain';
import sharp, { type Sharp } from 'sharp';

/** The ranges that samples are usually meant in; others are scaled from their least to their largest. */
const usual = [1, 255, 65_535];

/** A picture whose samples are floats, signed or of 32 bits as one of bytes: scaled, never clipped. Undefined for all others. */
export async function scaledSamples(bytes: Buffer): Promise<Sharp | undefined> {
  const options = { limitInputPixels: limits.imagePixels, failOn: 'truncated', pages: 1 } as const;
  const { depth } = await sharp(bytes, options).metadata();
  if (depth === undefined || ['uchar', 'ushort'].includes(depth)) return undefined;
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .raw({ depth: 'float' })
    .toBuffer({ resolveWithObject: true });
  const samples = new Float32Array(data.buffer, data.byteOffset, data.length / 4);
  const { from, to } = rangeOf(samples);
  const scale = to > from ? 255 / (to - from) : 0;
  const out = Uint8Array.from(samples, (value) =>
    Number.isFinite(value) ? Math.round(Math.min(255, Math.max(0, (value - from) * scale))) : 0,
  );
  const { width, height, channels } = info;
  return sharp(out, { raw: { width, height, channels } });
}

function rangeOf(samples: Float32Array): { from: number; to: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of samples) {
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const limit = least >= 0 ? usual.find((top) => most <= top) : undefined;
  return limit === undefined ? { from: least, to: most } : { from: 0, to: limit };
}
