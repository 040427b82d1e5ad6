import { randomFrom } from '../../random/random.js';
import { type Matrix, matrix } from '../algebra/matrix.js';
import type { ScoringHead, Support } from '../head.js';
import { binned } from './binned.js';
import { rowsPerTree } from './rows-per-tree.js';
import { growTree, type Tree } from './tree.js';

/**
 * How a forest differs from tree to tree: RANDOM fits each on a bootstrap sample with the best threshold of a feature
 * (Breiman 2001); EXTRA fits each on everything with a threshold drawn between a feature's extremes (Geurts 2006).
 */
export type ForestKind = 'RANDOM' | 'EXTRA';

export interface ForestSize {
  /** 100 where nothing is said. */
  readonly trees?: number;
  /** How many of the features that vary are tried at a split, drawn at random; √dim where nothing is said. */
  readonly tried?: number;
}

export interface Forest extends ScoringHead {
  readonly trees: readonly Tree[];
}

/**
 * A forest of trees grown until leaves are pure, by Gini impurity; scores are class shares averaged over trees and sum to
 * 1. Classes weigh the same however many examples they have. Of more than 20,000 examples each tree learns from as many. A
 * column of more than 256 different values is looked at in 256 bins of about as many rows each. The seed decides all.
 */
export function forest(
  support: Support,
  kind: ForestKind,
  seed: number,
  { trees = 100, tried = Math.ceil(Math.sqrt(support.features.columns)) }: ForestSize = {},
): Forest {
  const random = randomFrom(seed);
  const { counts, draw } = rowsPerTree(support, kind === 'RANDOM');
  const weights = counts.map((count) => (count > 0 ? 1 / count : 0));
  const columns = columnsOf(support.features);
  const growing = {
    columns,
    labels: support.labels,
    ways: support.ways,
    weights,
    ...(kind === 'RANDOM' ? { bins: binned(columns) } : {}),
    tried,
    random,
  };
  const grown = Array.from({ length: trees }, () => growTree(growing, draw(random)));
  return { kind: 'SCORING', trees: grown, scores: (queries) => forestScores(grown, queries, support.ways) };
}

const columnsOf = ({ rows, columns, values }: Matrix): Float64Array[] =>
  Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => values[i * columns + j] as number),
  );

/** [n, dim] → [n, ways]: class shares of the leaves that a query falls into, averaged. */
function forestScores(trees: readonly Tree[], queries: Matrix, ways: number): Matrix {
  const out = matrix(queries.rows, ways);
  const { values, columns } = queries;
  for (const { features, thresholds, low, high, shares } of trees)
    for (let i = 0; i < queries.rows; i++) {
      let node = 0;
      for (let feature = features[0] as number; feature >= 0; feature = features[node] as number)
        node = ((values[i * columns + feature] as number) <= (thresholds[node] as number) ? low : high)[
          node
        ] as number;
      for (let k = 0; k < ways; k++)
        out.values[i * ways + k] =
          (out.values[i * ways + k] as number) + (shares[node * ways + k] as number) / trees.length;
    }
  return out;
}
