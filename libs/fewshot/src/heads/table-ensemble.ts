import { forest } from './forest.js';
import { headScores, type ScoringHead, type Support } from './head.js';
import { logisticHead } from './logistic.js';
import { type Matrix, matrix, rowOf } from './matrix.js';
import { ranksWithin } from './ranks.js';
import { softmaxOfRows } from './softmax.js';

/** Half the sum of squares counts this much beside the summed cross-entropy. */
const PENALTY = 0.3;

/**
 * For rows of tables, standardised: the mean of class shares by a random forest and extra trees on the columns, and by extra
 * trees and logistic regression on the columns and their ranks. Trees see steps and interactions, the line sees trends that few
 * examples cannot cut into steps. Two of the forests try half of the columns at a split, for where only a few of many matter.
 */
export function tableEnsemble(support: Support, seed: number): ScoringHead {
  const ranks = ranksWithin(support.features);
  const both = (m: Matrix): Matrix => beside(m, ranks(m));
  const ranked = { ...support, features: both(support.features) };
  const line = logisticHead(ranked, PENALTY);
  const half = ({ features }: Support) => ({ tried: Math.ceil(features.columns / 2) });
  const ranksForest = forest(ranked, 'EXTRA', seed + 2, half(ranked));
  const forests = [forest(support, 'RANDOM', seed, half(support)), forest(support, 'EXTRA', seed + 1)];
  return {
    kind: 'SCORING',
    scores(queries) {
      const wide = both(queries);
      const parts = [
        softmaxOfRows(headScores(line, wide)),
        ranksForest.scores(wide),
        ...forests.map((head) => head.scores(queries)),
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
