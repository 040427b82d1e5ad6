import type { Layer, Network } from '../networks/layer.js';
import { derivedSeed, randomFrom, shuffled } from '../random/random.js';

const ORDER = 1;
const MASK = 2;

/** The order in which an epoch (0, 1, …) visits the rows: decided by seed and epoch alone, so a run can go on anywhere. */
export const epochOrder = (rows: Int32Array, seed: number, epoch: number): Int32Array =>
  shuffled(rows, randomFrom(derivedSeed(seed, ORDER, epoch)));

/** `count` batches from `first` on: indices [count, size], and weight 1 for each, 0 where a short last batch is filled up. */
export function batchesOf(
  order: Int32Array,
  first: number,
  count: number,
  size: number,
): { rows: Int32Array; real: Float32Array } {
  const rows = new Int32Array(count * size);
  const real = new Float32Array(count * size);
  for (let i = 0; i < rows.length; i++) {
    const at = first * size + i;
    rows[i] = order[at % order.length] as number;
    real[i] = at < order.length ? 1 : 0;
  }
  return { rows, real };
}

type Dropout = Extract<Layer, { kind: 'dropout' }>;
export const dropoutLayers = (network: Network): Dropout[] =>
  network.layers.filter((layer): layer is Dropout => layer.kind === 'dropout');

/** Dropout masks of updates first…first+count−1, [count, size, units]: 0, or 1/(1−rate) where the unit is kept. */
export function dropoutMask(
  rate: number,
  seed: number,
  layer: number,
  first: number,
  count: number,
  perStep: number,
): Float32Array {
  const out = new Float32Array(count * perStep);
  for (let step = 0; step < count; step++) {
    const random = randomFrom(derivedSeed(seed, MASK, layer, first + step));
    for (let i = 0; i < perStep; i++) out[step * perStep + i] = random.uniform() < rate ? 0 : 1 / (1 - rate);
  }
  return out;
}
