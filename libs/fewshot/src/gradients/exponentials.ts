import {
  add,
  exp,
  type GradConfig,
  minimum,
  mul,
  type NamedAttrMap,
  sigmoid,
  softmax,
  square,
  step,
  sub,
  sum,
  type Tensor,
  tanh,
} from '@tensorflow/tfjs-core';
import { detach } from './detach.js';

/** Gradients that recompute the output from the saved input, so that it stays on the tape. */
export const exponentials: GradConfig[] = [
  {
    kernelName: 'Exp',
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({ x: () => mul(dy as Tensor, exp(x!)) }),
  },
  {
    kernelName: 'Sigmoid',
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({
      x: () => {
        const y = sigmoid(x!);
        return mul(dy as Tensor, mul(y, sub(1, y)));
      },
    }),
  },
  {
    kernelName: 'Tanh',
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({ x: () => mul(dy as Tensor, sub(1, square(tanh(x!)))) }),
  },
  {
    kernelName: 'Softmax',
    inputsToSave: ['logits'],
    gradFunc: (dy, [logits], attrs) => ({
      logits: () => {
        const y = softmax(logits!, axisOf(attrs, 'dim'));
        const weighted = mul(dy as Tensor, y);
        return sub(weighted, mul(sum(weighted, axisOf(attrs, 'dim'), true), y));
      },
    }),
  },
  {
    // elu(x) = x for x > 0, eˣ − 1 otherwise; the minimum keeps eˣ finite where it is not used.
    kernelName: 'Elu',
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({
      x: () => {
        const positive = step(detach(x!));
        return mul(dy as Tensor, add(positive, mul(sub(1, positive), exp(minimum(x!, 0)))));
      },
    }),
  },
];

function axisOf(attrs: NamedAttrMap, name: string): number {
  return attrs[name] as number;
}
