import type { Packed } from '../engine/program.js';
import type { MetaSettings } from '../methods/meta.options.js';
import type { Network } from '../networks/layer.js';
import { POSES, withPoses } from '../networks/poses.js';
import { metaMethod } from './meta-methods.js';
import type { MetaModel } from './meta-model.js';
import { KERNEL } from './methods/adaptation.js';

const isPosed = ({ poses, method }: MetaSettings): boolean =>
  poses && metaMethod(method).options.includes('poses');

/** The backbone as the finished model has it. Throws RangeError where poses are asked for and examples are no square pictures. */
export const finishedNetwork = (network: Network, settings: MetaSettings): Network =>
  isPosed(settings) ? withPoses(network) : network;

/** The trained arrays as the finished model has them: where it sees poses, its logits are the mean of those in each pose. */
export function finishedWeights(weights: MetaModel['weights'], settings: MetaSettings): MetaModel['weights'] {
  const kernel = weights[KERNEL];
  return kernel && isPosed(settings) ? { ...weights, [KERNEL]: forEachPose(kernel) } : weights;
}

/** [dim, ways] → [8 dim, ways], divided by √8 as joined features are. */
function forEachPose({ shape, values }: Packed): Packed {
  const [dim, ways] = shape as [number, number];
  const all = new Float32Array(POSES * values.length);
  for (let i = 0; i < all.length; i++) all[i] = (values[i % values.length] as number) / Math.sqrt(POSES);
  return { shape: [POSES * dim, ways], values: all };
}
