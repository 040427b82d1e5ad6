import {
  add,
  cast,
  engine,
  type GradConfig,
  greater,
  less,
  logicalAnd,
  mul,
  type NamedAttrMap,
  sign,
  step,
  sub,
  type Tensor,
  tidy,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { detach } from './detach.js';
import { ensureKernel } from './ensure-kernel.js';
import { unbroadcast } from './unbroadcast.js';

/** Piecewise linear functions: the mask carries no gradient, so it is taken off the tape. */
export const rectifiers: GradConfig[] = [
  {
    // Of the output, which is positive where the input is: nothing else then needs the input, and native ops fuse.
    kernelName: 'Relu',
    outputsToSave: [true],
    gradFunc: (dy, [y]) => ({ x: () => reluGrad(dy as Tensor, detach(y!)) }),
  },
  {
    kernelName: 'ReluGrad',
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({ dy: () => reluGrad(dy as Tensor, detach(x!)), x: () => zerosLike(x!) }),
  },
  {
    kernelName: 'Relu6',
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({
      x: () => mul(dy as Tensor, cast(logicalAnd(greater(detach(x!), 0), less(detach(x!), 6)), 'float32')),
    }),
  },
  {
    kernelName: 'LeakyRelu',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attrs) => ({ x: () => mul(dy as Tensor, step(detach(x!), slope(attrs))) }),
  },
  {
    kernelName: 'Prelu',
    inputsToSave: ['x', 'alpha'],
    gradFunc: (dy, [x, alpha]) => ({
      x: () => {
        const positive = step(detach(x!));
        return mul(dy as Tensor, add(positive, mul(sub(1, positive), alpha!)));
      },
      alpha: () => {
        const below = mul(mul(dy as Tensor, x!), sub(1, step(detach(x!))));
        return unbroadcast(below, alpha!.shape);
      },
    }),
  },
  // tfjs-core takes −1 for |x| at 0; 0 is what PyTorch and the mean of both sides say.
  {
    kernelName: 'Abs',
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({ x: () => mul(dy as Tensor, sign(detach(x!))) }),
  },
  ...['Step', 'Sign', 'Floor', 'Ceil', 'Round'].map((kernelName) => ({
    kernelName,
    gradFunc: (dy: Tensor | Tensor[]) => ({ x: () => zerosLike(dy as Tensor) }),
  })),
];

/** dy where x > 0, else 0: one op on the native backend. */
function reluGrad(dy: Tensor, x: Tensor): Tensor {
  ensureKernel('ReluGrad', ({ inputs }) => tidy(() => mul(inputs.dy as Tensor, step(inputs.x as Tensor))));
  return engine().runKernel('ReluGrad', { dy, x }) as Tensor;
}

function slope(attrs: NamedAttrMap): number {
  return attrs.alpha as number;
}
