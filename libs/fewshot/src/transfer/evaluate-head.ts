import type { EpisodeSet } from '../episodes/episode-set.js';
import { type MeanInterval, meanInterval } from '../episodes/mean-interval.js';
import { type Matrix, rowsOf } from '../heads/algebra/matrix.js';
import { type Head, headScores, type Support } from '../heads/head.js';
import { argMax } from '../statistics/classification.js';

export interface HeadEvaluated extends MeanInterval {
  /** [episodes] */
  readonly accuracies: Float64Array;
  /** Of the episode set. */
  readonly hash: string;
}

/**
 * Scores a head on a fixed episode set over features [n, dim] that were computed once: `fit` sees the support of an episode
 * only (and, where it is transductive, its queries without labels as its second argument).
 */
export function evaluateHead(
  features: Matrix,
  set: EpisodeSet,
  fit: (support: Support, queries: Matrix) => Head,
): HeadEvaluated {
  const { ways, shots, queries } = set;
  const labels = Int32Array.from({ length: ways * shots }, (_, i) => Math.floor(i / shots));
  const accuracies = Float64Array.from(set.episodes, (episode) => {
    const asked = rowsOf(features, episode.query);
    const head = fit({ features: rowsOf(features, episode.support), labels, ways }, asked);
    const predicted = argMax(Float32Array.from(headScores(head, asked).values), ways);
    return predicted.filter((k, i) => k === Math.floor(i / queries)).length / predicted.length;
  });
  return { ...meanInterval(accuracies), accuracies, hash: set.hash };
}
