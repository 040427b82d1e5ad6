import {
  add,
  cast,
  cos,
  div,
  exp,
  type GradConfig,
  greaterEqual,
  lessEqual,
  logicalAnd,
  mul,
  type NamedAttrMap,
  neg,
  reciprocal,
  sigmoid,
  sin,
  sqrt,
  square,
  type Tensor,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { detach } from './detach.js';

/** dy times the derivative at the saved input. */
function pointwise(kernelName: string, derivative: (x: Tensor, attrs: NamedAttrMap) => Tensor): GradConfig {
  return {
    kernelName,
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attrs) => ({ x: () => mul(dy as Tensor, derivative(x!, attrs)) }),
  };
}

export const elementwise: GradConfig[] = [
  pointwise('Square', (x) => mul(x, 2)),
  pointwise('Sqrt', (x) => div(0.5, sqrt(x))),
  pointwise('Reciprocal', (x) => neg(reciprocal(square(x)))),
  pointwise('Log', (x) => reciprocal(x)),
  pointwise('Log1p', (x) => reciprocal(add(x, 1))),
  pointwise('Expm1', (x) => exp(x)),
  pointwise('Softplus', (x) => sigmoid(x)),
  pointwise('Sin', (x) => cos(x)),
  pointwise('Cos', (x) => neg(sin(x))),
  pointwise('Erf', (x) => mul(exp(neg(square(x))), 2 / Math.sqrt(Math.PI))),
  pointwise('ClipByValue', (x, { clipValueMin, clipValueMax }) => {
    const value = detach(x);
    const inside = logicalAnd(
      greaterEqual(value, clipValueMin as number),
      lessEqual(value, clipValueMax as number),
    );
    return cast(inside, 'float32');
  }),
  { kernelName: 'Neg', gradFunc: (dy) => ({ x: () => neg(dy as Tensor) }) },
  { kernelName: 'Identity', gradFunc: (dy) => ({ x: () => dy as Tensor }) },
  { kernelName: 'Cast', gradFunc: (dy) => ({ x: () => cast(dy as Tensor, 'float32') }) },
  ...['ZerosLike', 'OnesLike'].map((kernelName) => ({
    kernelName,
    gradFunc: (dy: Tensor | Tensor[]) => ({ x: () => zerosLike(dy as Tensor) }),
  })),
];
