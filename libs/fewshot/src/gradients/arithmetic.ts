import { cast, div, type GradConfig, mul, neg, square, sub, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { unbroadcast } from './unbroadcast.js';

type Derivative = (dy: Tensor, a: Tensor, b: Tensor) => Tensor;

function binary(kernelName: string, byA: Derivative, byB: Derivative): GradConfig {
  return {
    kernelName,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, [a, b]) => ({
      a: () => unbroadcast(byA(dy as Tensor, a!, b!), a!.shape),
      b: () => unbroadcast(byB(dy as Tensor, a!, b!), b!.shape),
    }),
  };
}

const float = (t: Tensor) => (t.dtype === 'float32' ? t : cast(t, 'float32'));

export const arithmetic: GradConfig[] = [
  binary(
    'Add',
    (dy) => dy,
    (dy) => dy,
  ),
  binary(
    'Sub',
    (dy) => dy,
    (dy) => neg(dy),
  ),
  binary(
    'Multiply',
    (dy, _a, b) => mul(dy, float(b)),
    (dy, a) => mul(dy, float(a)),
  ),
  binary(
    'RealDiv',
    (dy, _a, b) => div(dy, float(b)),
    (dy, a, b) => neg(div(mul(dy, float(a)), square(float(b)))),
  ),
  binary(
    'SquaredDifference',
    (dy, a, b) => mul(mul(dy, 2), sub(a, b)),
    (dy, a, b) => mul(mul(dy, 2), sub(b, a)),
  ),
  {
    kernelName: 'AddN',
    saveAllInputs: true,
    gradFunc: (dy, saved) => Object.fromEntries(saved.map((_, i) => [i, () => dy as Tensor])),
  },
  {
    kernelName: 'Select',
    inputsToSave: ['condition'],
    gradFunc: (dy, [condition]) => ({
      condition: () => zeros(condition!.shape),
      t: () => mul(dy as Tensor, cast(condition!, 'float32')),
      e: () => mul(dy as Tensor, sub(1, cast(condition!, 'float32'))),
    }),
  },
];
