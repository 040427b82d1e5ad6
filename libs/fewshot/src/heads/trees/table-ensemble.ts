import { type Matrix, matrix, rowOf } from '../algebra/matrix.js';
import { softmaxOfRows } from '../algebra/softmax.js';
import { headScores, type LinearHead, type ScoringHead, type Support } from '../head.js';
import { logisticHead } from '../linear/logistic.js';
import { type Forest, forest } from './forest.js';
import { type Ranks, ranksWithin } from './ranks.js';

/** Half the sum of squares counts this much beside the summed cross-entropy. */
const PENALTY = 0.3;

export interface TableEnsemble extends ScoringHead {
  readonly ranks: Ranks;
  /** On columns and ranks side by side. */
  readonly line: LinearHead;
  readonly ranked: Forest;
  /** On the columns alone. */
  readonly plain: readonly [Forest, Forest];
}

/**
 * For rows of tables, standardised: the mean of class shares by a random forest and extra trees on the columns, and by extra
 * trees and logistic regression on the columns and their ranks. Trees see steps and interactions, the line sees trends that few
 * examples cannot cut into steps. Two of the forests try half of the columns at a split, for where only a few of many matter.
 */
export function tableEnsemble(support: Support, seed: number): TableEnsemble {
  const ranks = ranksWithin(support.features);
  const both = (m: Matrix): Matrix => beside(m, ranks.of(m));
  const wide = { ...support, features: both(support.features) };
  const line = logisticHead(wide, PENALTY);
  const half = ({ features }: Support) => ({ tried: Math.ceil(features.columns / 2) });
  const ranked = forest(wide, 'EXTRA', seed + 2, half(wide));
  const plain = [forest(support, 'RANDOM', seed, half(support)), forest(support, 'EXTRA', seed + 1)] as const;
  return {
    kind: 'SCORING',
    ranks,
    line,
    ranked,
    plain,
    scores(queries) {
      const asked = both(queries);
      const parts = [
        softmaxOfRows(headScores(line, asked)),
        ranked.scores(asked),
        ...plain.map((head) => head.scores(queries)),
      ];
      const total = matrix(queries.rows, support.ways);
      for (const { values } of parts)
        for (const [at, share] of values.entries())
          total.values[at] = (total.values[at] as number) + share / parts.length;
      return total;
    },
  };
}

/** [n, a] and [n, b] → [n, a + b]. */
function beside(a: Matrix, b: Matrix): Matrix {
  const out = matrix(a.rows, a.columns + b.columns);
  for (let i = 0; i < a.rows; i++) {
    out.values.set(rowOf(a, i), i * out.columns);
    out.values.set(rowOf(b, i), i * out.columns + a.columns);
  }
  return out;
}
