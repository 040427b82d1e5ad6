import { temperatureFor } from '../../trust/calibrated.js';
import { type Matrix, matrix, rowOf } from '../algebra/matrix.js';
import { softmaxOfRows } from '../algebra/softmax.js';
import { headScores, type LinearHead, type Support } from '../head.js';
import { discriminant } from '../linear/discriminant.js';
import { logisticHead } from '../linear/logistic.js';
import { ridgeByLeaveOneOut } from '../linear/ridge.js';
import { type Forest, forest } from './forest.js';
import { type Ranks, ranksWithin } from './ranks.js';

/** Half the sum of squares counts this much beside the summed cross-entropy. */
const PENALTY = 0.3;
/** What scores of ridge regression, between −1 and 1, are divided by where nothing can be held out. */
const RIDGE_TEMPERATURE = 1 / 3;

/** A head of the ensemble, and whether it sees the columns alone or their ranks beside them. */
export interface Member {
  readonly name: string;
  readonly sees: 'COLUMNS' | 'BOTH';
  /** Its scores are those of a regression, which mean nothing as logits until they are divided by a temperature. */
  readonly regression?: boolean;
  fit(support: Support, seed: number, trees: number): LinearHead | Forest;
}

const half = ({ features }: Support): number => Math.ceil(features.columns / 2);

/** Trees see steps and interactions, lines see trends that few examples cannot cut into steps. */
export const members: readonly Member[] = [
  { name: 'line', sees: 'BOTH', fit: (support) => logisticHead(support, PENALTY) },
  {
    name: 'ranked',
    sees: 'BOTH',
    fit: (support, seed, trees) => forest(support, 'EXTRA', seed + 2, { tried: half(support), trees }),
  },
  {
    name: 'random',
    sees: 'COLUMNS',
    fit: (support, seed, trees) => forest(support, 'RANDOM', seed, { tried: half(support), trees }),
  },
  {
    name: 'extra',
    sees: 'COLUMNS',
    fit: (support, seed, trees) => forest(support, 'EXTRA', seed + 1, { trees }),
  },
  { name: 'ridge', sees: 'COLUMNS', regression: true, fit: (support) => ridgeByLeaveOneOut(support) },
  { name: 'discriminant', sees: 'COLUMNS', fit: (support) => discriminant(support) },
];

export interface FittedMember {
  readonly member: Member;
  readonly head: LinearHead | Forest;
}

/** All members, fitted on the same examples. */
export interface FittedMembers {
  readonly ranks: Ranks;
  readonly fitted: readonly FittedMember[];
}

export function fitMembers(support: Support, seed: number, trees: number): FittedMembers {
  const ranks = ranksWithin(support.features);
  const wide = { ...support, features: beside(support.features, ranks.of(support.features)) };
  const fitted = members.map((member) => ({
    member,
    head: member.fit(member.sees === 'BOTH' ? wide : support, seed, trees),
  }));
  return { ranks, fitted };
}

/** [n, dim] → for each member [n, ways]: class shares of a forest, logits of a line. */
export function memberScores({ ranks, fitted }: FittedMembers, queries: Matrix): Matrix[] {
  const both = beside(queries, ranks.of(queries));
  return fitted.map(({ member, head }) => headScores(head, member.sees === 'BOTH' ? both : queries));
}

/** What a member's scores are multiplied by so that they are logits, or shares as a forest has them; of a regression found on examples that were held out. */
export function scaleOf({ regression }: Member, heldOut?: { scores: Matrix; labels: Int32Array }): number {
  if (!regression) return 1;
  return 1 / (heldOut ? temperatureFor(heldOut.scores, heldOut.labels) : RIDGE_TEMPERATURE);
}

/** The head whose scores are so many times as large. */
export const scaled = (head: FittedMember['head'], scale: number): FittedMember['head'] =>
  head.kind === 'LINEAR'
    ? { ...head, weights: times(head.weights, scale), bias: head.bias.map((b) => b * scale) }
    : head;

/** [n, ways] scores, once scaled, as class shares. */
export const sharesOf = ({ head }: FittedMember, scores: Matrix): Matrix =>
  head.kind === 'LINEAR' ? softmaxOfRows(scores) : scores;

export const times = (m: Matrix, factor: number): Matrix =>
  factor === 1 ? m : { ...m, values: m.values.map((value) => value * factor) };

/** [n, a] and [n, b] → [n, a + b]. */
function beside(a: Matrix, b: Matrix): Matrix {
  const out = matrix(a.rows, a.columns + b.columns);
  for (let i = 0; i < a.rows; i++) {
    out.values.set(rowOf(a, i), i * out.columns);
    out.values.set(rowOf(b, i), i * out.columns + a.columns);
  }
  return out;
}
