import * as tf from '@tensorflow/tfjs-core';
import type { EpisodeShape } from '../../episodes/sample-episode.js';

export interface Turn {
  /** [ways · shots, dim] */
  readonly support: tf.Tensor2D;
  /** [ways · queries, dim] */
  readonly query: tf.Tensor2D;
}

/**
 * Features of an episode, [ways · shots, dim] and [ways · queries, dim] → shots + queries episodes of the same examples:
 * in turn t the support of a class is its examples t, t + 1, … in a ring. All features serve as both, as in
 * neighbourhood components analysis for episodes (Laenen and Bertinetto 2021).
 */
export function supportTurns(
  support: tf.Tensor2D,
  query: tf.Tensor2D,
  { ways, shots, queries }: EpisodeShape,
): Turn[] {
  const dim = support.shape[1];
  const size = shots + queries;
  const examples = tf.unstack(
    tf.concat([tf.reshape(support, [ways, shots, dim]), tf.reshape(query, [ways, queries, dim])], 1),
    1,
  );
  const together = (from: number, count: number) => {
    const chosen = Array.from({ length: count }, (_, i) => examples[(from + i) % size] as tf.Tensor);
    return tf.reshape(tf.stack(chosen, 1), [ways * count, dim]) as tf.Tensor2D;
  };
  return examples.map((_, turn) => ({
    support: together(turn, shots),
    query: together(turn + shots, queries),
  }));
}
