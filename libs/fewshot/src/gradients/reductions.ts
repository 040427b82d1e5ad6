import {
  broadcastTo,
  cumsum,
  type GradConfig,
  gather,
  mul,
  onesLike,
  reshape,
  stack,
  type Tensor,
  unsortedSegmentSum,
  unstack,
  util,
} from '@tensorflow/tfjs-core';

export const reductions: GradConfig[] = [
  {
    kernelName: 'Sum',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], { axis }) => ({ x: () => spread(dy as Tensor, x!, axis) }),
  },
  {
    kernelName: 'Mean',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], { axis }) => ({
      x: () => spread(mul(dy as Tensor, (dy as Tensor).size / x!.size), x!, axis),
    }),
  },
  {
    // The product of all others: before it times after it.
    kernelName: 'Prod',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], { axis }) => ({
      x: () => {
        const axes = util.parseAxisParam(axis as number[], x!.shape);
        if (axes.length !== 1)
          throw new Error('the gradient of a product is there along one axis: reshape first');
        const others = productsOfOthers(x!, axes[0]!);
        return mul(spread(dy as Tensor, x!, axis), others);
      },
    }),
  },
  {
    kernelName: 'Cumsum',
    gradFunc: (dy, _saved, { axis, exclusive, reverse }) => ({
      x: () => cumsum(dy as Tensor, axis as number, exclusive as boolean, !reverse),
    }),
  },
  {
    // Negative segments take part in nothing; methods have none.
    kernelName: 'UnsortedSegmentSum',
    inputsToSave: ['segmentIds'],
    gradFunc: (dy, [ids]) => ({ x: () => gather(dy as Tensor, ids as Tensor) }),
  },
  {
    kernelName: 'GatherV2',
    inputsToSave: ['x', 'indices'],
    gradFunc: (dy, [x, indices], { axis }) => ({
      x: () => scatter(dy as Tensor, x!, indices!, axis as number),
    }),
  },
];

/** Along an axis: the product before each slice times the product after it, which is right beside zeros, too. */
function productsOfOthers(x: Tensor, axis: number): Tensor {
  const slices = unstack(x, axis);
  const before = [onesLike(slices[0]!)];
  const after = [onesLike(slices[0]!)];
  for (const slice of slices.slice(0, -1)) before.push(mul(before.at(-1)!, slice));
  for (const slice of slices.slice(1).reverse()) after.unshift(mul(after[0]!, slice));
  return stack(
    slices.map((_, i) => mul(before[i]!, after[i]!)),
    axis,
  );
}

/** A reduced gradient, back over the shape that was reduced. */
function spread(dy: Tensor, x: Tensor, axis: unknown): Tensor {
  const axes = util.parseAxisParam(axis as number[], x.shape);
  const kept = x.shape.map((extent, i) => (axes.includes(i) ? 1 : extent));
  return broadcastTo(reshape(dy, kept), x.shape as never);
}

function scatter(dy: Tensor, x: Tensor, indices: Tensor, axis: number): Tensor {
  if (util.parseAxisParam(axis, x.shape)[0] !== 0)
    throw new Error('the gradient of gather is there along axis 0: transpose first');
  const rows = reshape(dy, [indices.size, ...x.shape.slice(1)]);
  return unsortedSegmentSum(rows, reshape(indices, [indices.size]), x.shape[0]!);
}
