import { type GradConfig, type Tensor, zeros } from '@tensorflow/tfjs-core';

/** Comparisons are constant almost everywhere; without these zeros a mask on the tape throws. */
export const comparisons: GradConfig[] = [
  ...['Equal', 'NotEqual', 'Greater', 'GreaterEqual', 'Less', 'LessEqual', 'LogicalAnd', 'LogicalOr'].map(
    (kernelName) => ({
      kernelName,
      inputsToSave: ['a', 'b'],
      gradFunc: (_dy: Tensor | Tensor[], [a, b]: Tensor[]) => ({
        a: () => zeros(a!.shape),
        b: () => zeros(b!.shape),
      }),
    }),
  ),
  { kernelName: 'LogicalNot', inputsToSave: ['x'], gradFunc: (_dy, [x]) => ({ x: () => zeros(x!.shape) }) },
];
