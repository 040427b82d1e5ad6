import * as tf from '@tensorflow/tfjs-core';

/** Consecutive rows of the given counts. (Slices, whose gradient is right in every order.) */
export function parts<T extends tf.Tensor>(x: T, counts: readonly number[]): T[] {
  let from = 0;
  return counts.map((count) => {
    const rest = x.shape.slice(1);
    const part = tf.slice(x, [from, ...rest.map(() => 0)], [count, ...rest]);
    from += count;
    return part as T;
  });
}

/** As many parts of one size. */
export const equalParts = <T extends tf.Tensor>(x: T, count: number): T[] =>
  count === 1 ? [x] : parts(x, new Array<number>(count).fill((x.shape[0] as number) / count));
