import {
  cast,
  div,
  equal,
  type GradConfig,
  greater,
  greaterEqual,
  less,
  lessEqual,
  max,
  min,
  mul,
  type NamedAttrMap,
  reshape,
  sum,
  type Tensor,
  util,
} from '@tensorflow/tfjs-core';
import { detach } from './detach.js';
import { unbroadcast } from './unbroadcast.js';

type Compare = typeof greater;

/** Equal extremes share the gradient evenly, as in TensorFlow and PyTorch; tfjs-core gives it whole to each. */
export const extremes: GradConfig[] = [
  reduction('Max', max),
  reduction('Min', min),
  pairwise('Maximum', greaterEqual, less),
  pairwise('Minimum', lessEqual, greater),
];

function reduction(kernelName: string, extreme: typeof max): GradConfig {
  return {
    kernelName,
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attrs: NamedAttrMap) => ({
      x: () => {
        const axes = util.parseAxisParam((attrs.reductionIndices ?? attrs.axis) as number[], x!.shape);
        const kept = x!.shape.map((extent, i) => (axes.includes(i) ? 1 : extent));
        const values = detach(x!);
        const chosen = cast(equal(values, extreme(values, axes, true)), 'float32');
        return mul(reshape(dy as Tensor, kept), div(chosen, sum(chosen, axes, true)));
      },
    }),
  };
}

/** Where both are equal the first operand gets the gradient, so that maximum(x, 0) at 0 has slope 1, once. */
function pairwise(kernelName: string, first: Compare, second: Compare): GradConfig {
  return {
    kernelName,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, [a, b]) => {
      const part = (to: Tensor, takes: Compare) => () => {
        const gradient = mul(dy as Tensor, cast(takes(detach(a!), detach(b!)), 'float32'));
        return unbroadcast(gradient, to.shape);
      };
      return { a: part(a!, first), b: part(b!, second) };
    },
  };
}
