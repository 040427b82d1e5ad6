/** A picture as bytes [height, width, 3]. */
export interface Bitmap {
  readonly height: number;
  readonly width: number;
  readonly pixels: Uint8Array;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly topDown: boolean;
  readonly bits: number;
  readonly compression: number;
  readonly pixelsAt: number;
  readonly size: number;
}

const RLE8 = 1;
const BITFIELDS = 3;
const ALPHA_BITFIELDS = 6;

/** Size of a BMP picture. Throws RangeError. */
export function bmpHeader(bytes: Buffer): Header {
  const size = bytes.readUInt32LE(14);
  const old = size === 12;
  const height = old ? bytes.readInt16LE(20) : bytes.readInt32LE(22);
  const header = {
    size,
    width: old ? bytes.readUInt16LE(18) : bytes.readInt32LE(18),
    height: Math.abs(height),
    topDown: height < 0,
    bits: bytes.readUInt16LE(old ? 24 : 28),
    compression: old ? 0 : bytes.readUInt32LE(30),
    pixelsAt: bytes.readUInt32LE(10),
  };
  if (header.width < 1 || header.height < 1) throw new RangeError('it has no pixels');
  return header;
}

/** A BMP picture of 1, 4, 8, 16, 24 or 32 bits, also with 8-bit run lengths. Throws RangeError. */
export function readBmp(bytes: Buffer): Bitmap {
  const header = bmpHeader(bytes);
  const { width, height, bits, compression, topDown } = header;
  if (![0, RLE8, BITFIELDS, ALPHA_BITFIELDS].includes(compression) || (compression === RLE8 && bits !== 8))
    throw new RangeError(`its compression, ${compression}, is not supported`);
  const values = compression === RLE8 ? runLengths(bytes, header) : packedRows(bytes, header);
  const colour = bits <= 8 ? paletteOf(bytes, header) : bits === 16 ? masked(bytes, header) : undefined;
  const step = bits <= 16 ? 1 : bits / 8;
  const pixels = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    const from = (topDown ? y : height - 1 - y) * width;
    for (let x = 0; x < width; x++) {
      const at = 3 * (y * width + x);
      const value = values[(from + x) * step] as number;
      if (colour) pixels.set(colour(value), at);
      else for (let c = 0; c < 3; c++) pixels[at + c] = values[(from + x) * step + 2 - c] as number;
    }
  }
  return { width, height, pixels };
}

/** Rows without their padding: one number for each pixel up to 16 bits, else its bytes. */
function packedRows(bytes: Buffer, { width, height, bits, pixelsAt }: Header): Uint8Array | Uint16Array {
  if (![1, 4, 8, 16, 24, 32].includes(bits)) throw new RangeError(`${bits} bits a pixel are not supported`);
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (pixelsAt + stride * (height - 1) + Math.ceil((width * bits) / 8) > bytes.length)
    throw new RangeError('it ends too early');
  if (bits >= 24) {
    const row = (width * bits) / 8;
    const out = new Uint8Array(row * height);
    for (let y = 0; y < height; y++)
      out.set(bytes.subarray(pixelsAt + y * stride, pixelsAt + y * stride + row), y * row);
    return out;
  }
  const out = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = pixelsAt + y * stride;
      const bit = x * bits;
      out[y * width + x] =
        bits === 16
          ? bytes.readUInt16LE(at + 2 * x)
          : ((bytes[at + (bit >> 3)] as number) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
    }
  }
  return out;
}

function runLengths(bytes: Buffer, { width, height, pixelsAt }: Header): Uint8Array {
  const out = new Uint8Array(width * height);
  let [x, y, at] = [0, 0, pixelsAt];
  const put = (value: number) => {
    if (x < width && y < height) out[y * width + x] = value;
    x++;
  };
  while (at + 1 < bytes.length && y < height) {
    const [count, value] = [bytes[at] as number, bytes[at + 1] as number];
    at += 2;
    if (count > 0) for (let i = 0; i < count; i++) put(value);
    else if (value === 0) [x, y] = [0, y + 1];
    else if (value === 1) break;
    else if (value === 2) {
      x += bytes[at] ?? 0;
      y += bytes[at + 1] ?? 0;
      at += 2;
    } else {
      for (let i = 0; i < value; i++) put(bytes[at + i] ?? 0);
      at += value + (value & 1);
    }
  }
  return out;
}

function paletteOf(bytes: Buffer, { size, bits, compression }: Header): (value: number) => readonly number[] {
  const each = size === 12 ? 3 : 4;
  const start = 14 + size + (size === 40 && compression === BITFIELDS ? 12 : 0);
  const colours = Array.from({ length: 1 << bits }, (_, i) => {
    const at = start + i * each;
    return [bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0];
  });
  return (value) => colours[value] ?? [0, 0, 0];
}

/** Colours of 16 bits: five bits each, or as masks say. */
function masked(bytes: Buffer, { compression }: Header): (value: number) => readonly number[] {
  const masks =
    compression === 0 ? [0x7c00, 0x03e0, 0x001f] : [54, 58, 62].map((at) => bytes.readUInt32LE(at));
  return (value) => masks.map((mask) => (mask === 0 ? 0 : Math.round((255 * ((value & mask) >>> 0)) / mask)));
}
