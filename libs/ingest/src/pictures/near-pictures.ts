import type { NearPair } from '../pack/near-copies.js';
import type { ImageShape } from './decode-image.js';

const SIDE = 16;
const CELLS = SIDE * SIDE;
/** Hash of 8 x 8 differences in four bands of 16 bits: hashes that differ in up to three bits share one. */
const BANDS = 4;
const MOST_BITS = 3;
/** Earlier pictures of a band that are compared; plain drawings share their bands with thousands. */
const MOST_COMPARED = 24;
/** How much two thumbnails may differ, as a share of their own contrast: pictures that were saved or scaled again stay below. */
const LIKENESS = 0.1;
const LEAST_CONTRAST = 2;

/** Pictures that look the same though their pixels differ: by a hash of differences (Krawetz 2013), then by thumbnails. */
export function nearPictures(pixels: Uint8Array, shape: ImageShape): NearPair[] {
  const size = shape.height * shape.width * shape.channels;
  const count = Math.floor(pixels.length / size);
  const thumbnails = new Float32Array(count * CELLS);
  const contrasts = new Float32Array(count);
  const hashes: Uint16Array[] = [];
  const bands = new Map<number, number[]>();
  const pairs: NearPair[] = [];
  for (let row = 0; row < count; row++) {
    const own = thumbnails.subarray(row * CELLS, (row + 1) * CELLS);
    shrink(pixels.subarray(row * size, (row + 1) * size), shape, own);
    contrasts[row] = deviation(own);
    const hash = differences(own);
    hashes.push(hash);
    if ((contrasts[row] as number) < LEAST_CONTRAST) continue; // blank ones are reported as such
    const seen = new Set<number>();
    for (const [band, bits] of hash.entries()) {
      const list = bands.get(band * 65_536 + bits) ?? [];
      bands.set(band * 65_536 + bits, list);
      for (const other of list.slice(-MOST_COMPARED)) seen.add(other);
      list.push(row);
    }
    const original = [...seen].find(
      (other) =>
        bitsApart(hash, hashes[other]!) <= MOST_BITS &&
        difference(own, thumbnails.subarray(other * CELLS, (other + 1) * CELLS)) <=
          LIKENESS * (contrasts[row] as number),
    );
    if (original !== undefined) pairs.push([row, original]);
  }
  return pairs;
}

/** Means of a grid of cells; one sample stands for several where the picture is large. */
function shrink(pixels: Uint8Array, { height, width, channels }: ImageShape, out: Float32Array): void {
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const [top, left] = [Math.floor((y * height) / SIDE), Math.floor((x * width) / SIDE)];
      const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / SIDE));
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / SIDE));
      let [sum, samples] = [0, 0];
      for (let row = top; row < bottom; row++)
        for (let at = (row * width + left) * channels; at < (row * width + right) * channels; at++) {
          sum += pixels[at] as number;
          samples++;
        }
      out[y * SIDE + x] = sum / samples;
    }
}

/** Whether each of 8 x 8 cells is brighter than its right neighbour. */
function differences(thumbnail: Float32Array): Uint16Array {
  const hash = new Uint16Array(BANDS);
  for (let y = 0; y < 8; y++)
    for (let x = 0; x < 8; x++) {
      const at = 2 * y * SIDE + 2 * x;
      const next = x < 7 ? at + 2 : 2 * y * SIDE;
      const bit = y * 8 + x;
      if ((thumbnail[at] as number) > (thumbnail[next] as number) + 1) hash[bit >> 4]! |= 1 << (bit & 15);
    }
  return hash;
}

function bitsApart(a: Uint16Array, b: Uint16Array): number {
  let count = 0;
  for (let i = 0; i < BANDS; i++)
    for (let bits = (a[i] as number) ^ (b[i] as number); bits; bits &= bits - 1) count++;
  return count;
}

function deviation(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** Root of the mean square of differences. */
function difference(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < CELLS; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2;
  return Math.sqrt(sum / CELLS);
}
