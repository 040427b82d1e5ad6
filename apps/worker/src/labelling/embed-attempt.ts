import { setImmediate as breathe } from 'node:timers/promises';
import { type Pack, rawExamples } from '@kshot/domain';
import { backboneOf, featureExtractor, type Matrix, matrix, randomFrom, shuffled } from '@kshot/fewshot';
import { engine, loadBackend, threadsFor } from '@kshot/native';
import {
  type Blobs,
  gatherRows,
  readListing,
  readModel,
  readSources,
  writeSampledFeatures,
} from '@kshot/store';
import type { EmbedTask, FromChild } from '../attempt/protocol.js';
import { packFeatures } from '../features/pack-features.js';

/** Examples that are looked at, of each kind: an order of more of them takes longer than a person wants to wait. */
const MOST_LABELLED = 3000;
const MOST_UNLABELLED = 2000;
const PIECE = 128;

/** Stores the features of a sample of a version's labelled and unlabelled examples. */
export async function embedAttempt(
  { packHash, modelHash }: EmbedTask,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  await loadBackend({ threads: threadsFor('convolutions') });
  const { manifest, sources, places, arrays } = await readListing(blobs, packHash);
  const labelled = sample(0, manifest.count, MOST_LABELLED);
  const unlabelled = sample(manifest.count, places.row.length, MOST_UNLABELLED);
  const rows = Int32Array.from([...labelled, ...unlabelled]);
  const chosen = { source: rows.map((row) => places.source[row]!), row: rows.map((row) => places.row[row]!) };
  const packs = manifest.sources ? await readSources(blobs, sources, chosen) : [arrays];
  const pack: Pack = { manifest: { ...manifest, count: rows.length }, arrays: gatherRows(packs, chosen) };
  const features = modelHash
    ? await embedded(pack, backboneOf((await readModel(blobs, modelHash)).classifier), say)
    : packFeatures(pack)(span(0, labelled.length), span(0, rows.length));
  await say({ kind: 'embedded', hash: await writeSampledFeatures(blobs, { features, rows }) });
}

async function embedded(
  pack: Pack,
  backbone: ReturnType<typeof backboneOf>,
  say: (message: FromChild) => Promise<void>,
): Promise<Matrix> {
  const raw = rawExamples(pack);
  const total = pack.manifest.count;
  const extractor = featureExtractor(engine(), backbone);
  let features: Matrix | undefined;
  try {
    for (let from = 0; from < total; from += PIECE) {
      const to = Math.min(total, from + PIECE);
      const { shape, values } = extractor.features(raw, span(from, to));
      features ??= matrix(total, shape[1] as number);
      features.values.set(values, from * features.columns);
      await say({ kind: 'embedding', done: to, total });
      await breathe();
    }
  } finally {
    extractor.dispose();
  }
  return features ?? matrix(0, 0);
}

const span = (from: number, to: number): Int32Array =>
  Int32Array.from({ length: to - from }, (_, i) => from + i);

/** At most so many of from…to−1, in order. */
const sample = (from: number, to: number, most: number): Int32Array =>
  shuffled(span(from, to), randomFrom(1)).slice(0, most).sort();
