import {
  argMax,
  avgPool,
  cast,
  engine,
  type GradConfig,
  mul,
  type NamedAttrMap,
  oneHot,
  reshape,
  slice,
  sum,
  type Tensor,
  type Tensor4D,
  tidy,
  transpose,
  zeros,
} from '@tensorflow/tfjs-core';
import { attrsOf } from './attrs-of.js';
import { detach } from './detach.js';
import { ensureKernel } from './ensure-kernel.js';

interface Pool {
  filterSize: number | [number, number];
  strides: number | [number, number];
  pad: 'valid' | 'same' | number;
}

/** Both pool gradients are linear in dy; where a maximum lies does not change. */
export const pooling: GradConfig[] = [
  {
    kernelName: 'AvgPool',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attrs) => ({
      x: () => engine().runKernel('AvgPoolGrad', { dy: dy as Tensor, input: detach(x!) }, attrs) as Tensor,
    }),
  },
  {
    kernelName: 'MaxPool',
    inputsToSave: ['x'],
    outputsToSave: [true],
    gradFunc: (dy, [x, y], attrs) => ({
      x: () =>
        engine().runKernel(
          'MaxPoolGrad',
          { dy: dy as Tensor, input: detach(x!), output: detach(y!) },
          attrs,
        ) as Tensor,
    }),
  },
  {
    kernelName: 'AvgPoolGrad',
    inputsToSave: ['input'],
    gradFunc: (cotangent, [input], attrs) => {
      const { filterSize, strides, pad } = attrsOf<Pool>(attrs);
      return {
        dy: () => avgPool(cotangent as Tensor4D, filterSize, strides, pad),
        input: () => zeros(input!.shape),
      };
    },
  },
  {
    kernelName: 'MaxPoolGrad',
    inputsToSave: ['input', 'output'],
    gradFunc: (cotangent, [input, output], attrs) => ({
      dy: () => maxPoolPick(cotangent as Tensor, detach(input!), detach(output!), attrs),
      input: () => zeros(input!.shape),
      output: () => zeros(output!.shape),
    }),
  },
  {
    kernelName: 'MaxPoolPick',
    inputsToSave: ['input', 'output'],
    gradFunc: (dy, [input, output], attrs) => ({
      values: () =>
        engine().runKernel(
          'MaxPoolGrad',
          { dy: dy as Tensor, input: input!, output: output! },
          attrs,
        ) as Tensor,
      input: () => zeros(input!.shape),
      output: () => zeros(output!.shape),
    }),
  },
];

/** Of `values`, shaped like `input`, the element at the place of each pooling window's first maximum of `input`. */
function maxPoolPick(values: Tensor, input: Tensor, output: Tensor, attrs: NamedAttrMap): Tensor {
  ensureKernel('MaxPoolPick', ({ inputs, attrs: pool }) =>
    tidy(() =>
      pickPlainly(
        inputs.values as Tensor4D,
        inputs.input as Tensor4D,
        inputs.output as Tensor,
        attrsOf<Pool>(pool),
      ),
    ),
  );
  return engine().runKernel('MaxPoolPick', { values, input, output }, attrs) as Tensor;
}

/** Windows that neither overlap nor are padded are cut out and picked from by a one-hot mask. */
function pickPlainly(
  values: Tensor4D,
  input: Tensor4D,
  output: Tensor,
  { filterSize, strides, pad }: Pool,
): Tensor {
  const [fh, fw] = pair(filterSize);
  const [sh, sw] = pair(strides);
  const [n, h, w, c] = input.shape as [number, number, number, number];
  const [, oh, ow] = output.shape as [number, number, number, number];
  const fits = fh === sh && fw === sw && (pad === 'valid' || pad === 0 || (h === oh * fh && w === ow * fw));
  if (!fits)
    throw new Error('second derivatives of max pooling need windows that neither overlap nor are padded');
  const cut = (t: Tensor4D) => {
    const rows = reshape(slice(t, [0, 0, 0, 0], [n, oh * fh, ow * fw, c]), [n * oh, fh, ow, fw * c]);
    return reshape(transpose(rows, [0, 2, 1, 3]), [n * oh * ow, fh * fw, c]);
  };
  const mask = transpose(cast(oneHot(argMax(cut(input), 1), fh * fw), 'float32'), [0, 2, 1]);
  return reshape(sum(mul(cut(values), mask), 1), output.shape);
}

function pair(value: number | [number, number]): [number, number] {
  return Array.isArray(value) ? value : [value, value];
}
