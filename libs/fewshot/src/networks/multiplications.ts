import type { Network } from './layer.js';
import { LOOKS } from './looks.js';
import { POSES } from './poses.js';
import { count, layerShapes } from './shapes.js';

/** Multiplications that one example costs on its way through, from a layer on: what time is reckoned from before anything was measured. */
export const multiplications = (network: Network, from = 0): number =>
  layerShapes(network).reduce((sum, { layer, parameters, inputShape, outputShape }, i) => {
    if (layer.kind === 'averageLooks') return sum * LOOKS;
    if (layer.kind === 'joinPoses') return sum * POSES;
    const kernel = parameters.kernel && i >= from ? count(parameters.kernel) : 0;
    const places =
      layer.kind === 'conv2d' || layer.kind === 'depthwiseConv2d'
        ? (outputShape[0] as number) * (outputShape[1] as number)
        : count((layer.kind === 'attentionPool' ? inputShape : outputShape).slice(0, -1));
    return sum + kernel * places;
  }, 0);
