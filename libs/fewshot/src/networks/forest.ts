import * as tf from '@tensorflow/tfjs-core';

interface ForestArrays {
  /** [trees] the node that each tree begins with. */
  readonly roots: tf.Tensor1D;
  /** [nodes, 4] feature, threshold, and the nodes for x ≤ threshold and x > threshold; a leaf leads to itself. */
  readonly splits: tf.Tensor2D;
  /** [nodes, ways] */
  readonly shares: tf.Tensor2D;
}

/** [batch, dim] → [batch, ways] class shares of the leaves that each example falls into, averaged over the trees. */
export function forestShares(
  x: tf.Tensor2D,
  { roots, splits, shares }: ForestArrays,
  depth: number,
): tf.Tensor {
  const [features, thresholds, low, high] = [0, 1, 2, 3].map((column) =>
    tf.reshape(tf.slice(splits, [0, column], [-1, 1]), [-1]),
  ) as [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
  const whole = (t: tf.Tensor) => tf.cast(t, 'int32');
  const own = tf.sum(x, 1, true);
  // Zeros for each example, however many there are.
  let node = tf.add(whole(roots), whole(tf.less(own, own))) as tf.Tensor2D;
  for (let level = 0; level < depth; level++) {
    const value = tf.gather(x, whole(tf.gather(features, node)) as tf.Tensor2D, 1, 1);
    const below = tf.lessEqual(value, tf.gather(thresholds, node));
    node = whole(tf.where(below, tf.gather(low, node), tf.gather(high, node))) as tf.Tensor2D;
  }
  return tf.mean(tf.gather(shares, node), 1);
}
