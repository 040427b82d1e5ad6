import type { Packed } from '../engine/program.js';
import { HEAD } from '../meta/backbone.js';
import { type Matrix, transposed } from './algebra/matrix.js';
import { headScores, type LinearHead } from './head.js';
import type { FittedHead, HeadSize } from './head-kind.js';

export const packed = ({ rows, columns, values }: Matrix): Packed => ({
  shape: [rows, columns],
  values: new Float32Array(values),
});

export const packedRow = (values: ArrayLike<number>): Packed => ({
  shape: [values.length],
  values: new Float32Array(values),
});

/** A linear head as a dense layer. */
export const linearLayers = (head: LinearHead): FittedHead => ({
  layers: [{ kind: 'dense', name: HEAD, units: head.bias.length, activation: 'linear' }],
  arrays: { [`${HEAD}/kernel`]: packed(transposed(head.weights)), [`${HEAD}/bias`]: packedRow(head.bias) },
  logits: (queries) => headScores(head, queries),
});

/** A row of weights and a bias for each class. */
export const linearNumbers = ({ columns, ways }: HeadSize): number => ways * (columns + 1);
/** The examples, and what each of them adds to every class. */
export const keptNumbers = ({ examples, columns, ways }: HeadSize): number => examples * (columns + ways);

/** [n, ways] logarithms of shares; none at all counts as a millionth of a millionth. */
export const logShares = (shares: Matrix): Matrix => ({
  ...shares,
  values: shares.values.map((share) => Math.log(share + 1e-12)),
});

/** The head with all logits divided by a temperature. */
export function tempered(head: FittedHead, temperature: number): FittedHead {
  if (temperature === 1) return head;
  const logits = (queries: Matrix): Matrix => {
    const found = head.logits(queries);
    return { ...found, values: found.values.map((value) => value / temperature) };
  };
  const last = head.layers.at(-1);
  const others = head.layers.slice(0, -1);
  if (last?.kind === 'dense') {
    const arrays = Object.entries(head.arrays).map(([name, array]) => [
      name,
      name.startsWith(`${HEAD}/`) ? divided(array, temperature) : array,
    ]);
    return { layers: head.layers, arrays: Object.fromEntries(arrays), logits };
  }
  if (last?.kind === 'cache' || last?.kind === 'log')
    return {
      layers: [...others, { ...last, scale: last.scale / temperature }],
      arrays: head.arrays,
      logits,
    };
  return { ...head, logits };
}

const divided = ({ shape, values }: Packed, by: number): Packed => ({
  shape,
  values: Float32Array.from(values, (value) => value / by),
});
