import {
  backend_util,
  concat,
  type GradConfig,
  pad,
  reshape,
  reverse,
  slice,
  slice_util,
  split,
  stack,
  sum,
  type Tensor,
  transpose,
  unstack,
  util,
} from '@tensorflow/tfjs-core';

/** Ops that move numbers without changing them: each gradient moves them back. */
export const reshaping: GradConfig[] = [
  {
    kernelName: 'Reshape',
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({ x: () => reshape(dy as Tensor, x!.shape) }),
  },
  {
    kernelName: 'ExpandDims',
    inputsToSave: ['input'],
    gradFunc: (dy, [input]) => ({ input: () => reshape(dy as Tensor, input!.shape) }),
  },
  {
    kernelName: 'Transpose',
    gradFunc: (dy, _saved, { perm }) => ({
      x: () => transpose(dy as Tensor, backend_util.getUndoAxesPermutation(perm as number[])),
    }),
  },
  {
    kernelName: 'Reverse',
    gradFunc: (dy, _saved, { dims }) => ({ x: () => reverse(dy as Tensor, dims as number[]) }),
  },
  {
    kernelName: 'Slice',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], { begin, size }) => {
      const [from, extent] = slice_util.parseSliceParams(x!, begin as number[], size as number[]);
      const around = x!.shape.map((whole, i): [number, number] => [
        from![i]!,
        whole - from![i]! - extent![i]!,
      ]);
      return { x: () => pad(dy as Tensor, around) };
    },
  },
  {
    kernelName: 'PadV2',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], { paddings }) => ({
      x: () =>
        slice(
          dy as Tensor,
          (paddings as [number, number][]).map(([before]) => before),
          x!.shape,
        ),
    }),
  },
  {
    kernelName: 'Concat',
    saveAllInputs: true,
    gradFunc: (dy, saved, { axis }) => {
      const along = util.parseAxisParam(axis as number, saved[0]!.shape)[0]!;
      const extents = saved.map((t) => t.shape[along]!);
      // All parts at once: the tape tidies up after each input's gradient.
      const parts = split(dy as Tensor, extents, along);
      return Object.fromEntries(parts.map((part, i) => [i, () => part]));
    },
  },
  {
    kernelName: 'SplitV',
    gradFunc: (dy, _saved, { axis }) => ({ x: () => concat(dy as Tensor[], axis as number) }),
  },
  {
    kernelName: 'Pack',
    gradFunc: (dy, _saved, { axis }) => {
      const parts = unstack(dy as Tensor, axis as number);
      return Object.fromEntries(parts.map((part, i) => [i, () => part]));
    },
  },
  {
    kernelName: 'Unpack',
    gradFunc: (dy, _saved, { axis }) => ({ value: () => stack(dy as Tensor[], axis as number) }),
  },
  {
    // [a, b] tiled [r, s] times is [r, a, s, b] seen flat: sum over the repetitions.
    kernelName: 'Tile',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], { reps }) => ({
      x: () => {
        const repeats = reps as number[];
        const unit = x!.shape.every((extent, i) => extent === 1 || repeats[i] === 1);
        const repeated = repeats.flatMap((times, i) => (times > 1 ? [i] : []));
        if (unit) return repeated.length > 0 ? sum(dy as Tensor, repeated, true) : (dy as Tensor);
        const seen = reshape(
          dy as Tensor,
          x!.shape.flatMap((extent, i) => [repeats[i]!, extent]),
        );
        return sum(
          seen,
          x!.shape.map((_, i) => 2 * i),
        );
      },
    }),
  },
];
