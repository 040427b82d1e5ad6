import { loadBackend } from '@kshot/native';
import * as tf from '@tensorflow/tfjs-core';

// npm run bench -- compute/grouped: would one grouped convolution over the four tasks of a meta-batch be faster than four of their own?
const { native, reason } = await loadBackend({ threads: { intra: 1, inter: 1 } });
if (!native) throw new Error(reason);
interface Binding {
  createTensor(shape: readonly number[], dtype: number, values: Float32Array | Int32Array): number;
  executeOp(
    op: string,
    attrs: readonly object[],
    inputs: readonly number[],
    outputs: number,
  ): { id: number }[];
  deleteTensor(id: number): void;
}
const { binding } = tf.backend() as unknown as { readonly binding: Binding };
const FLOAT = { name: 'T', type: 4, value: 1 };
const ATTRS = [
  FLOAT,
  { name: 'strides', type: 1, value: [1, 1, 1, 1] },
  { name: 'padding', type: 0, value: 'SAME' },
  { name: 'data_format', type: 0, value: 'NHWC' },
  { name: 'dilations', type: 1, value: [1, 1, 1, 1] },
];
const filled = (shape: readonly number[]) => {
  const size = shape.reduce((a, b) => a * b, 1);
  return binding.createTensor(
    shape,
    1,
    Float32Array.from({ length: size }, (_, i) => Math.sin(i)),
  );
};
const shapeOf = (shape: readonly number[]) => binding.createTensor([4], 3, Int32Array.from(shape));

/** Milliseconds for each of the three convolutions, the least of 100. */
function measure(
  tasks: number,
  images: number,
  side: number,
  channels: number,
): Record<string, number | string | undefined> {
  const x = [images, side, side, channels * tasks];
  const w = [3, 3, channels, channels * tasks];
  const [input, filter, grown] = [filled(x), filled(w), filled(x)];
  const [inputShape, filterShape] = [shapeOf(x), shapeOf(w)];
  const ops = {
    Conv2D: [input, filter],
    Conv2DBackpropInput: [inputShape, filter, grown],
    Conv2DBackpropFilter: [input, filterShape, grown],
  };
  return Object.fromEntries(
    Object.entries(ops).map(([op, inputs]) => {
      let best = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 100; i++) {
        const started = performance.now();
        try {
          for (const { id } of binding.executeOp(op, ATTRS, inputs, 1)) binding.deleteTensor(id);
        } catch (error) {
          return [op, (error as Error).message.split('\n')[0]?.slice(0, 90)];
        }
        best = Math.min(best, performance.now() - started);
      }
      return [op, best];
    }),
  );
}

for (const [images, side] of [
  [5, 14],
  [75, 14],
  [75, 7],
] as const) {
  const [alone, grouped] = [measure(1, images, side, 32), measure(4, images, side, 32)];
  for (const [op, least] of Object.entries(alone)) {
    const four = (4 * Number(least)).toFixed(2);
    const one = grouped[op];
    const said = typeof one === 'number' ? `${one.toFixed(2)} ms` : one;
    console.log(`${op}, ${images} images of ${side}×${side}×32: four ${four} ms, one grouped ${said}`);
  }
}
