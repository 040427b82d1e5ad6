import { createHash } from 'node:crypto';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Pack, rawExamples } from '@kshot/domain';
import { type Backbone, featureExtractor, type Matrix, matrix, type Packed } from '@kshot/fewshot';
import { engine, featureCache } from '@kshot/native';
import { pieceContent } from './piece-content.js';

/** Examples that have gone through the backbone, of all. */
export interface FeatureProgress {
  readonly done: number;
  readonly total: number;
}

/** Examples of one stored piece: what a crash loses at most. */
const PIECE = 2048;

/**
 * Features [n, dim] of all examples of a version by a backbone. Each piece is computed once for all runs and evaluations of
 * the same backbone and version, and stored by their hashes.
 */
export function* versionFeatures(
  blobDir: string,
  { pack, hash }: { readonly pack: Pack; readonly hash: string },
  backbone: Backbone,
): Generator<FeatureProgress, Matrix> {
  const cache = featureCache(join(blobDir, 'features'));
  const total = pack.manifest.count;
  const identity = hashOf(backbone);
  const raw = rawExamples(pack);
  let extractor: ReturnType<typeof featureExtractor> | undefined;
  let features: Matrix | undefined;
  try {
    for (let from = 0; from < total; from += PIECE) {
      const to = Math.min(total, from + PIECE);
      const key = { backbone: identity, content: pieceContent(pack, hash, from, to) };
      let piece: Packed | undefined = cache.get(key);
      if (!piece) {
        extractor ??= featureExtractor(engine(), backbone);
        piece = extractor.features(raw, rowsBetween(from, to));
        cache.put(key, piece);
        yield { done: to, total };
      }
      features ??= matrix(total, piece.shape[1] as number);
      features.values.set(piece.values, from * features.columns);
    }
  } finally {
    extractor?.dispose();
  }
  return features ?? matrix(0, 0);
}

/** How many examples have no stored features by the backbone yet. */
export function missingExamples(
  blobDir: string,
  { pack, hash }: { readonly pack: Pack; readonly hash: string },
  backbone: Backbone,
): number {
  const cache = featureCache(join(blobDir, 'features'));
  const identity = hashOf(backbone);
  let missing = 0;
  for (let from = 0; from < pack.manifest.count; from += PIECE) {
    const to = Math.min(pack.manifest.count, from + PIECE);
    const key = { backbone: identity, content: pieceContent(pack, hash, from, to) };
    if (!cache.get(key)) missing += to - from;
  }
  return missing;
}

/** Milliseconds of one example through the backbone on this machine; measured once. */
export function embedMilliseconds(blobDir: string, pack: Pack, backbone: Backbone): number {
  const cache = featureCache(join(blobDir, 'features'));
  const key = { backbone: hashOf(backbone), content: `milliseconds on ${cpus()[0]?.model}` };
  const measured = cache.through(key, () => {
    const extractor = featureExtractor(engine(), backbone);
    const rows = rowsBetween(0, Math.min(256, pack.manifest.count));
    extractor.features(rawExamples(pack), rows); // compiles
    const start = performance.now();
    extractor.features(rawExamples(pack), rows);
    const each = (performance.now() - start) / rows.length;
    extractor.dispose();
    return { shape: [1, 1], values: Float32Array.of(each) };
  });
  return measured.values[0] as number;
}

/** Bytes of the weights of a network's layers. */
export function bytesOf({ network, weights }: Pick<Backbone, 'network' | 'weights'>): number {
  return Object.keys(layerWeights({ network, weights })).reduce(
    (sum, name) => sum + (weights[name]?.values.byteLength ?? 0),
    0,
  );
}

const rowsBetween = (from: number, to: number): Int32Array =>
  Int32Array.from({ length: to - from }, (_, i) => from + i);

/** Of input, layers and the weights of these layers: heads do not count. */
function hashOf({ input, network, weights }: Backbone): string {
  const digest = createHash('sha256').update(JSON.stringify([input, network]));
  for (const [name, { shape, values }] of Object.entries(layerWeights({ network, weights })).sort(byName)) {
    digest.update(JSON.stringify([name, shape]));
    digest.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return digest.digest('hex');
}

const byName = ([a]: [string, Packed], [b]: [string, Packed]): number => (a < b ? -1 : 1);

/** The arrays of the network's layers: those of a head that was taken off are left out. */
function layerWeights({ network, weights }: Pick<Backbone, 'network' | 'weights'>): Record<string, Packed> {
  const layers = new Set(network.layers.map(({ name }) => name));
  const own = ([name]: [string, Packed]) => layers.has(name.slice(0, name.lastIndexOf('/')));
  return Object.fromEntries(Object.entries(weights).filter(own));
}
