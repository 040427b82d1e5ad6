import type { Packed } from '@kshot/fewshot';

/** Of PyTorch's bicubic interpolation. */
const A = -0.75;

/** Positions [first + from², width] of a square picture for one of `to` x `to` patches, bicubic as PyTorch; those of first tokens stay. */
export function interpolatedPositions(
  { shape: [rows = 0, width = 0], values }: Packed,
  from: number,
  to: number,
): Packed {
  const first = rows - from * from;
  const out = new Float32Array((first + to * to) * width);
  out.set(values.subarray(0, first * width) as Float32Array);
  const taps = Array.from({ length: to }, (_, i) => tapsAt(((i + 0.5) * from) / to - 0.5, from));
  for (const [y, rowTaps] of taps.entries())
    for (const [x, columnTaps] of taps.entries()) {
      const target = (first + y * to + x) * width;
      for (const row of rowTaps)
        for (const column of columnTaps) {
          const source = (first + row.index * from + column.index) * width;
          const weight = row.weight * column.weight;
          for (let k = 0; k < width; k++)
            out[target + k] = (out[target + k] as number) + weight * (values[source + k] as number);
        }
    }
  return { shape: [first + to * to, width], values: out };
}

/** The four neighbours of a place and what each counts; beyond the border the last counts again. */
function tapsAt(place: number, size: number): { readonly index: number; readonly weight: number }[] {
  const start = Math.floor(place);
  const t = place - start;
  return [near2(t + 1), near1(t), near1(1 - t), near2(2 - t)].map((weight, k) => ({
    index: Math.min(size - 1, Math.max(0, start - 1 + k)),
    weight,
  }));
}

const near1 = (t: number): number => ((A + 2) * t - (A + 3)) * t * t + 1;
const near2 = (t: number): number => ((A * t - 5 * A) * t + 8 * A) * t - 4 * A;
