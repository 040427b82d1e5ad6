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
  const out = new Uint8Array(rows.length * size);
  const vertical = overlaps(images.height, spec.height);
  const horizontal = overlaps(images.width, spec.width);
  for (let i = 0; i < rows.length; i++) {
    const source = (rows[i] as number) * images.height * images.width * images.channels;
    for (let y = 0; y < spec.height; y++) {
      for (let x = 0; x < spec.width; x++) {
        for (let c = 0; c < spec.channels; c++) {
          const at = i * size + (y * spec.width + x) * spec.channels + c;
          out[at] = average(
            images,
            source,
            vertical[y] as Overlap[],
            horizontal[x] as Overlap[],
            c,
            spec.channels,
          );
        }
      }
    }
  }
  return out;
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

/** The two source cells whose centres lie around `at`; the edge continues outside of the picture. */
function neighbours(at: number, from: number): Overlap[] {
  const inside = Math.min(from - 1, Math.max(0, at));
  const index = Math.floor(inside);
  const share = inside - index;
  const first = { index, share: 1 - share };
  return share > 0 ? [first, { index: index + 1, share }] : [first];
}

function average(
  images: Images,
  source: number,
  rows: Overlap[],
  columns: Overlap[],
  channel: number,
  wanted: number,
): number {
  const first = wanted === 1 ? 0 : Math.min(channel, images.channels - 1);
  const last = wanted === 1 ? images.channels - 1 : first;
  let sum = 0;
  for (const row of rows) {
    for (const column of columns) {
      const at = source + (row.index * images.width + column.index) * images.channels;
      for (let c = first; c <= last; c++) sum += (images.pixels[at + c] as number) * row.share * column.share;
    }
  }
  return Math.round(sum / (last - first + 1));
}
