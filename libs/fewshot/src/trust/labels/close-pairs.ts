import * as tf from '@tensorflow/tfjs-core';
import { dot, type Matrix, rowOf, rowProducts, rowsOf } from '../../heads/algebra/matrix.js';
import { principalDirections } from '../../heads/algebra/principal-directions.js';

/** Rows on each side of a tile of products, which then stay near the processor. */
const TILE = 1024;
/** What products in single precision are off by at most. */
const SLACK = 1e-5;

/** Unit-length rows [n, dim] → [count] the largest cosine of each of the first rows with another one. */
export function nearestCosines(units: Matrix, count: number): Float64Array {
  const out = new Float64Array(count).fill(-1);
  const all = held(units);
  for (const rows of tiles(0, count))
    for (const columns of tiles(0, units.rows)) {
      const top = tf.tidy(() => tf.max(cosinesOf(all, rows, columns), 1));
      const cosines = top.dataSync();
      top.dispose();
      for (let at = 0; at < cosines.length; at++)
        out[rows[0] + at] = Math.max(out[rows[0] + at] as number, cosines[at] as number);
    }
  all.dispose();
  return out;
}

/** Two rows, and their cosine. */
export interface ClosePair {
  readonly between: readonly [number, number];
  readonly cosine: number;
}

/**
 * Unit-length rows [n, dim] → all pairs with a cosine of at least `least`. Rows are sorted by where they are along the
 * direction of most variance: those that are further apart there than such a pair can be are never compared.
 */
export function closePairs(units: Matrix, least: number): ClosePair[] {
  if (units.rows < 2) return [];
  const { directions } = principalDirections(units, 1);
  const places = directions.rows > 0 ? rowProducts(units, directions).values : new Float64Array(units.rows);
  const order = Int32Array.from(places.keys()).sort(
    (a, b) => (places[a] as number) - (places[b] as number) || a - b,
  );
  const reach = Math.sqrt(Math.max(0, 2 - 2 * (least - SLACK)));
  const sorted = rowsOf(units, order);
  const all = held(sorted);
  const found: ClosePair[] = [];
  for (const rows of tiles(0, units.rows)) {
    const furthest = (places[order[rows[1] - 1] as number] as number) + reach;
    let end = rows[1];
    while (end < units.rows && (places[order[end] as number] as number) <= furthest) end++;
    for (const columns of tiles(rows[0], end)) {
      const tile = tf.tidy(() => cosinesOf(all, rows, columns));
      const top = tf.tidy(() => tf.max(tile).dataSync()[0] as number);
      const products = top < least - SLACK ? [] : tile.dataSync();
      tile.dispose();
      const width = columns[1] - columns[0];
      for (let at = 0; at < products.length; at++) {
        if ((products[at] as number) < least - SLACK) continue;
        const [i, j] = [rows[0] + Math.floor(at / width), columns[0] + (at % width)];
        if (j <= i) continue;
        const cosine = dot(rowOf(sorted, i), rowOf(sorted, j));
        if (cosine >= least) found.push({ between: [order[i] as number, order[j] as number], cosine });
      }
    }
  }
  all.dispose();
  return found;
}

type Range = readonly [from: number, to: number];

const held = ({ rows, columns, values }: Matrix): tf.Tensor2D =>
  tf.tensor2d(Float32Array.from(values), [rows, columns]);

/** Of some rows with others: those of a row with itself, which are on the diagonal, are moved below all others. */
function cosinesOf(all: tf.Tensor2D, rows: Range, columns: Range): tf.Tensor2D {
  const part = ([from, to]: Range) => tf.slice(all, [from, 0], [to - from, all.shape[1]]);
  const products: tf.Tensor2D = tf.matMul(part(rows), part(columns), false, true);
  return rows[0] === columns[0] ? tf.sub(products, tf.mul(tf.eye(...products.shape), 3)) : products;
}

function* tiles(from: number, to: number): Generator<Range> {
  for (let at = from; at < to; at += TILE) yield [at, Math.min(to, at + TILE)];
}
