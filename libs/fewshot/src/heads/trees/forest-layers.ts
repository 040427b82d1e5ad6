import type { Packed } from '../../engine/program.js';
import type { Layer } from '../../networks/layer.js';
import type { HeadSize } from '../head-kind.js';
import type { Forest } from './forest.js';
import { MOST_PER_TREE } from './rows-per-tree.js';
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
  const shares = new Float32Array(nodes * ways);
  let from = 0;
  for (const [t, { features, thresholds, low, high, shares: own }] of trees.entries()) {
    roots[t] = from;
    for (let node = 0, at = from * 4; node < features.length; node++, at += 4) {
      const leaf = (features[node] as number) < 0;
      splits[at] = leaf ? 0 : (features[node] as number);
      splits[at + 1] = leaf ? NEVER : roundedDown(thresholds[node] as number);
      splits[at + 2] = from + (leaf ? node : (low[node] as number));
      splits[at + 3] = from + (leaf ? node : (high[node] as number));
    }
    shares.set(own, from * ways);
    from += features.length;
  }
  const depth = Math.max(1, ...trees.map(depthOf));
  return {
    layer: { kind: 'forest', name, trees: trees.length, nodes, depth, classes: ways },
    arrays: {
      [`${name}/roots`]: { shape: [trees.length], values: roots },
      [`${name}/splits`]: { shape: [nodes, 4], values: splits },
      [`${name}/shares`]: { shape: [nodes, ways], values: shares },
    },
  };
}

/** The largest number of single precision that is not above it: features in single precision fall on the same side. */
function roundedDown(threshold: number): number {
  single[0] = threshold;
  const near = single[0];
  if (near <= threshold) return near;
  if (near === 0) return -1.401298464324817e-45;
  bits[0] = (bits[0] as number) + (near > 0 ? -1 : 1);
  return single[0];
}

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

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
    trees * 2 * Math.min(examples, MOST_PER_TREE) * (4 + ways);
