import type { Packed } from '../../engine/program.js';
import type { Layer } from '../../networks/layer.js';
import { type Matrix, matrix } from '../algebra/matrix.js';
import type { HeadSize } from '../head-kind.js';
import type { Forest } from './forest.js';
import type { Tree } from './tree.js';

/** Below every number that a feature can be: at a leaf the way on leads to the leaf itself. */
const NEVER = -3e38;

/** A forest as one layer that gives class shares [batch, ways], with its arrays. */
export function forestLayer(
  name: string,
  { trees }: Forest,
  ways: number,
): { readonly layer: Layer; readonly arrays: Readonly<Record<string, Packed>> } {
  const nodes = trees.reduce((sum, { features }) => sum + features.length, 0);
  const roots = new Float32Array(trees.length);
  const splits = new Float32Array(nodes * 4);
  const shares: Matrix = matrix(nodes, ways);
  let from = 0;
  for (const [t, tree] of trees.entries()) {
    roots[t] = from;
    tree.features.forEach((feature, node) => {
      const at = from + node;
      const leaf = feature < 0;
      splits.set(
        leaf
          ? [0, NEVER, at, at]
          : [
              feature,
              roundedDown(tree.thresholds[node] as number),
              from + (tree.low[node] as number),
              from + (tree.high[node] as number),
            ],
        at * 4,
      );
    });
    shares.values.set(tree.shares, from * ways);
    from += tree.features.length;
  }
  const depth = Math.max(1, ...trees.map(depthOf));
  return {
    layer: { kind: 'forest', name, trees: trees.length, nodes, depth, classes: ways },
    arrays: {
      [`${name}/roots`]: { shape: [trees.length], values: roots },
      [`${name}/splits`]: { shape: [nodes, 4], values: splits },
      [`${name}/shares`]: { shape: [nodes, ways], values: Float32Array.from(shares.values) },
    },
  };
}

/** The largest number of single precision that is not above it: features in single precision fall on the same side. */
function roundedDown(threshold: number): number {
  const near = Math.fround(threshold);
  if (near <= threshold) return near;
  const bits = new Int32Array(new Float32Array([near]).buffer);
  bits[0] = (bits[0] as number) + (near > 0 ? -1 : 1);
  return near === 0 ? -1.401298464324817e-45 : (new Float32Array(bits.buffer)[0] as number);
}

/** How many splits lie between the root and the lowest leaf. */
function depthOf({ features, low, high }: Tree): number {
  const depths = new Int32Array(features.length);
  let most = 0;
  for (let node = 0; node < features.length; node++) {
    if ((features[node] as number) < 0) continue;
    const below = (depths[node] as number) + 1;
    depths[low[node] as number] = below;
    depths[high[node] as number] = below;
    most = Math.max(most, below);
  }
  return most;
}

/** Trees of so many examples have at most twice as many nodes, each with a split and class shares. */
export const forestNumbers =
  (trees: number) =>
  ({ examples, ways }: HeadSize): number =>
    trees * 2 * examples * (4 + ways);
