import { type GradConfig, matMul, sum, type Tensor } from '@tensorflow/tfjs-core';

/** c = a b with either transposed; a batch that was broadcast is summed away. */
export const products: GradConfig[] = [
  {
    kernelName: 'BatchMatMul',
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, [a, b], { transposeA, transposeB }) => {
      const d = dy as Tensor;
      const byA = () => (transposeA ? matMul(b!, d, !!transposeB, true) : matMul(d, b!, false, !transposeB));
      const byB = () => (transposeB ? matMul(d, a!, true, !!transposeA) : matMul(a!, d, !transposeA, false));
      return { a: () => unbatched(byA(), a!.shape), b: () => unbatched(byB(), b!.shape) };
    },
  },
];

function unbatched(gradient: Tensor, shape: number[]): Tensor {
  const axes = gradient.shape.flatMap((extent, i) =>
    shape[i] === 1 && extent > 1 && i < shape.length - 2 ? [i] : [],
  );
  return axes.length > 0 ? sum(gradient, axes, true) : gradient;
}
