import type { Packed } from '../engine/program.js';
import { CACHE, cacheHead } from '../heads/cache-head.js';
import { classCounts, headScores, type LinearHead, type Support } from '../heads/head.js';
import { kernelRidge, SHARPNESS } from '../heads/kernel-ridge.js';
import { columnMeans, type Matrix, matrix, minusRow, transposed } from '../heads/matrix.js';
import { centroids } from '../heads/nearest-centroid.js';
import { nearestNeighbours } from '../heads/nearest-neighbours.js';
import { unitLength } from '../heads/transforms.js';
import { HEAD } from '../meta/backbone.js';
import type { TransferSettings } from '../methods/transfer.options.js';
import type { Layer } from '../networks/layer.js';
import { headFitter } from './fit-head.js';

/** A fitted head as the last layer of a network. */
export interface FittedHead {
  readonly layer: Layer;
  /** Its arrays, by their names within the layer. */
  readonly arrays: Readonly<Record<string, Packed>>;
  /** [n, dim] → [n, ways], what the layer gives, in double precision. */
  logits(queries: Matrix): Matrix;
}

/** What a head on features needs of the settings. */
export type HeadChoice = Pick<TransferSettings, 'method' | 'metric' | 'neighbours'>;

/** Fits the head that the settings name; a penalty is chosen once, within the support set that is given here. */
export function layerFitter(support: Support, settings: HeadChoice): (some: Support) => FittedHead {
  if (settings.method === 'NEAREST_NEIGHBOURS') return (some) => neighboursHead(some, settings.neighbours);
  if (settings.method === 'CACHE') return keyValueHead;
  if (settings.method === 'KERNEL_RIDGE') return kernelHead;
  const fit = headFitter(support, settings);
  return (some) => linearLayer(fit(some));
}

/** The head with all logits divided by a temperature; votes of neighbours are shares and stay as they are. */
export function tempered(head: FittedHead, temperature: number): FittedHead {
  const times = ({ shape, values }: Packed): Packed => ({
    shape,
    values: Float32Array.from(values, (value) => value / temperature),
  });
  const logits = (queries: Matrix): Matrix => {
    const found = head.logits(queries);
    return { ...found, values: found.values.map((value) => value / temperature) };
  };
  const { layer, arrays } = head;
  if (layer.kind === 'cache')
    return { layer: { ...layer, scale: layer.scale / temperature }, arrays, logits };
  if (layer.kind !== 'dense') return head;
  const own = Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, times(array)]));
  return { layer, arrays: own, logits };
}

/** A linear head as a dense layer. */
export function linearLayer(head: LinearHead): FittedHead {
  const [ways, dim] = [head.bias.length, head.weights.columns];
  const arrays = {
    kernel: { shape: [dim, ways], values: Float32Array.from(transposed(head.weights).values) },
    bias: { shape: [ways], values: Float32Array.from(head.bias) },
  };
  return {
    layer: { kind: 'dense', name: HEAD, units: ways, activation: 'linear' },
    arrays,
    logits: (queries) => headScores(head, queries),
  };
}

function neighboursHead(support: Support, asked: number): FittedHead {
  const { features, ways } = support;
  const neighbours = Math.min(asked, features.rows);
  const mean = columnMeans(features);
  const head = nearestNeighbours(support, neighbours, 'DISTANCE');
  return {
    layer: { kind: 'neighbours', name: HEAD, examples: features.rows, classes: ways, neighbours },
    arrays: {
      features: packed(minusRow(features, mean)),
      mean: { shape: [mean.length], values: Float32Array.from(mean) },
      labels: packed(oneHot(support, () => 1)),
    },
    logits(queries) {
      const shares = head.scores(queries);
      return { ...shares, values: shares.values.map((share) => Math.log(share + 1e-12)) };
    },
  };
}

function keyValueHead(support: Support): FittedHead {
  const { features, ways } = support;
  const keys = unitLength(features);
  const means = unitLength(centroids({ ...support, features: keys }));
  const counts = classCounts(support);
  const { share, sharpness, scale } = CACHE;
  return {
    layer: { kind: 'cache', name: HEAD, examples: features.rows, classes: ways, sharpness, scale },
    arrays: {
      means: packed(transposed(means)),
      keys: packed(keys),
      values: packed(oneHot(support, (k) => share / (counts[k] as number))),
    },
    logits: (queries) => cacheHead(support).scores(queries),
  };
}

/** A cache whose values are fitted, without class means beside it. */
function kernelHead(support: Support): FittedHead {
  const { features, ways } = support;
  const { keys, values, scores } = kernelRidge(support);
  const sizes = { examples: features.rows, classes: ways, sharpness: SHARPNESS, scale: 1 };
  return {
    layer: { kind: 'cache', name: HEAD, ...sizes },
    arrays: { means: packed(matrix(features.columns, ways)), keys: packed(keys), values: packed(values) },
    logits: scores,
  };
}

/** [n, ways]: the value of its class where an example is of it, else 0. */
function oneHot({ labels, ways }: Support, value: (k: number) => number): Matrix {
  const out = matrix(labels.length, ways);
  for (const [i, k] of labels.entries()) out.values[i * ways + k] = value(k);
  return out;
}

const packed = ({ rows, columns, values }: Matrix): Packed => ({
  shape: [rows, columns],
  values: Float32Array.from(values),
});
