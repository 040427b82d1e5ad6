import { framedInk } from './frame-ink.js';
import type { ImageInput } from './input-spec.js';

/** Pixels of n pictures of one size, bytes, [n, height, width, channels]. */
export interface Images {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly pixels: Uint8Array;
}

/**
 * Pictures → bytes [rows.length, height, width, channels] by area averaging when shrinking (each source pixel counts by
 * its overlap) and linearly between pixel centres when growing. Channels are averaged to grey or repeated to colour where they differ.
 */
export function encodeImages(spec: ImageInput, images: Images, rows: ArrayLike<number>): Uint8Array {
  if (spec.frame === 'INK') {
    const { frame: _, ...plain } = spec;
    return encodeImages(
      plain,
      framedInk(images, rows),
      Array.from(rows, (_row, i) => i),
    );
  }
  const size = spec.height * spec.width * spec.channels;
  const each = images.height * images.width * images.channels;
  const out = new Uint8Array(rows.length * size);
  const same =
    images.height === spec.height && images.width === spec.width && images.channels === spec.channels;
  const resized = same ? undefined : resizer(spec, images);
  for (let i = 0; i < rows.length; i++) {
    const from = (rows[i] as number) * each;
    const source = images.pixels.subarray(from, from + each);
    out.set(resized ? resized(source) : source, i * size);
  }
  return out;
}

/** Resizes one picture: its rows first, then its columns, then its channels. */
function resizer(
  { height, width, channels: wanted }: ImageInput,
  images: Images,
): (source: Uint8Array) => Uint8Array {
  const { channels } = images;
  const across = flat(overlaps(images.width, width));
  const down = flat(overlaps(images.height, height));
  const narrow = new Float64Array(images.height * width * channels);
  const line = new Float64Array(width * channels);
  const out = new Uint8Array(height * width * wanted);
  return (source) => {
    for (let y = 0; y < images.height; y++) {
      const from = y * images.width * channels;
      for (let x = 0; x < width; x++)
        for (let c = 0; c < channels; c++) {
          let [sum, at] = [0, from + (across.first[x] as number) * channels + c];
          for (let k = across.start[x] as number; k < (across.start[x + 1] as number); k++) {
            sum += (source[at] as number) * (across.shares[k] as number);
            at += channels;
          }
          narrow[(y * width + x) * channels + c] = sum;
        }
    }
    for (let y = 0; y < height; y++) {
      line.fill(0);
      let from = (down.first[y] as number) * line.length;
      for (let k = down.start[y] as number; k < (down.start[y + 1] as number); k++) {
        const share = down.shares[k] as number;
        for (let i = 0; i < line.length; i++)
          line[i] = (line[i] as number) + (narrow[from + i] as number) * share;
        from += line.length;
      }
      withChannels(line, channels, out.subarray(y * width * wanted, (y + 1) * width * wanted), wanted);
    }
    return out;
  };
}

/** Sums of shares err by rounding alone, which must not turn 2.5 into 2. */
const HALF = 0.5 + 1e-9;

/** Pixels of so many channels as bytes of `wanted` ones: grey is their mean, and is repeated for colour. */
function withChannels(line: Float64Array, channels: number, out: Uint8Array, wanted: number): void {
  if (channels === wanted) {
    for (let i = 0; i < out.length; i++) out[i] = Math.floor((line[i] as number) + HALF);
    return;
  }
  for (let i = 0; i < out.length; i++) {
    const pixel = Math.floor(i / wanted) * channels;
    const first = wanted === 1 ? 0 : Math.min(i % wanted, channels - 1);
    const last = wanted === 1 ? channels - 1 : first;
    let sum = 0;
    for (let c = first; c <= last; c++) sum += line[pixel + c] as number;
    out[i] = Math.floor(sum / (last - first + 1) + HALF);
  }
}

interface Overlap {
  readonly index: number;
  readonly share: number;
}

/** For each of `to` cells, the source cells it covers, or lies between, and their shares. */
function overlaps(from: number, to: number): Overlap[][] {
  return Array.from({ length: to }, (_, cell) => {
    if (to > from) return neighbours(((cell + 0.5) * from) / to - 0.5, from);
    const start = (cell * from) / to;
    const end = ((cell + 1) * from) / to;
    const covered: Overlap[] = [];
    for (let index = Math.floor(start); index < Math.min(from, Math.ceil(end - 1e-9)); index++) {
      covered.push({ index, share: (Math.min(end, index + 1) - Math.max(start, index)) / (end - start) });
    }
    return covered;
  });
}

/** Overlaps one after another: those of a cell are neighbours, begin at `first` and have the shares from `start` on. */
function flat(cells: Overlap[][]): { first: Int32Array; start: Int32Array; shares: Float64Array } {
  const start = new Int32Array(cells.length + 1);
  for (const [cell, covered] of cells.entries()) start[cell + 1] = (start[cell] as number) + covered.length;
  return {
    first: Int32Array.from(cells, (covered) => covered[0]?.index ?? 0),
    start,
    shares: Float64Array.from(cells.flatMap((covered) => covered.map(({ share }) => share))),
  };
}

/** The two source cells whose centres lie around `at`; the edge continues outside of the picture. */
function neighbours(at: number, from: number): Overlap[] {
  const inside = Math.min(from - 1, Math.max(0, at));
  const index = Math.floor(inside);
  const share = inside - index;
  const first = { index, share: 1 - share };
  return share > 0 ? [first, { index: index + 1, share }] : [first];
}
