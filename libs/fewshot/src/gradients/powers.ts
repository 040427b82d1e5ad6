import {
  cast,
  type GradConfig,
  greater,
  log,
  mul,
  ones,
  pow,
  rsqrt,
  sub,
  type Tensor,
  where,
} from '@tensorflow/tfjs-core';
import { detach } from './detach.js';
import { unbroadcast } from './unbroadcast.js';

export const powers: GradConfig[] = [
  {
    kernelName: 'Pow',
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, [base, exponent]) => {
      const power = cast(exponent!, 'float32');
      return {
        a: () => unbroadcast(mul(dy as Tensor, mul(power, pow(base!, sub(power, 1)))), base!.shape),
        b: () => {
          // ln of what is not positive is taken of 1 instead, so that no NaN enters the second derivative.
          const positive = greater(detach(base!), 0);
          const logarithm = log(where(positive, base!, ones(base!.shape)));
          return unbroadcast(mul(dy as Tensor, mul(pow(base!, exponent!), logarithm)), exponent!.shape);
        },
      };
    },
  },
  {
    kernelName: 'Rsqrt',
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({
      x: () => {
        const r = rsqrt(x!);
        return mul(mul(dy as Tensor, -0.5), mul(r, mul(r, r)));
      },
    }),
  },
];
