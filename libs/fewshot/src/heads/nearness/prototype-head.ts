import { spread } from '../algebra/spread.js';
import { type LinearHead, type Support } from '../head.js';
import { logisticHead } from '../linear/logistic.js';
import { nearestCentroid } from './nearest-centroid.js';

/**
 * A head that starts as the nearest class mean and is fitted by cross-entropy while a penalty holds it near that start
 * (Triantafillou 2020 start so; the penalty is L2-SP's, Li 2018). Logits are first divided by the mean squared distance of
 * examples to their common mean, so that the softmax is neither flat nor saturated whatever the scale of the features.
 */
export function prototypeHead(
  support: Support,
  penalty: number,
  precision: { readonly tolerance?: number } = {},
): LinearHead {
  const start = nearestCentroid(support);
  const scale = spread(support.features);
  const scaled: LinearHead = {
    kind: 'LINEAR',
    weights: { ...start.weights, values: start.weights.values.map((value) => value / scale) },
    bias: start.bias.map((value) => value / scale),
  };
  return logisticHead(support, penalty, scaled, precision);
}
