import {
  backboneOf,
  type ClassRows,
  type EpisodeSet,
  encodeExamples,
  episodePlans,
  evaluateEpisodes,
  type MetaModel,
  type Packed,
  type RawExamples,
  rotatedClasses,
  rotatedPictures,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { drawersOf, lakeEpisodes } from '../lake-episodes.js';
import type { FileOptions } from '../options.js';
import { architecture } from '../report.js';
import { episodes } from './episodes.js';
import { extracted, featureMatrix } from './extracted.js';
import { headsOf } from './heads.js';
import { type DescribedRow, printRow } from './print-row.js';
import type { DataFile } from './read-file.js';
import { scoreAll } from './score.js';

/** Episode sets, the pictures that they index, and how the row is called. */
interface Asked {
  readonly split: string;
  readonly x: Packed;
  readonly sets: readonly EpisodeSet[];
}
type Protocol = (read: DataFile, x: Packed, options: FileOptions) => Asked;

const setsOf = (
  parts: Pick<DataFile, 'support' | 'query'>,
  { ways, shots, episodes: count, seed }: FileOptions,
): EpisodeSet[] => shots.map((k) => episodes(parts, { ways, shots: k, count, seed }));

const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  episodes: (read, x, options) => ({ split: read.split, x, sets: setsOf(read, options) }),
  rotated(read, x, options) {
    const turned = (classes: readonly ClassRows[]) => rotatedClasses(classes, read.labels.length);
    const parts = { support: turned(read.support), query: turned(read.query) };
    return {
      split: `${read.split}, rotated classes`,
      x: rotatedPictures(x),
      sets: setsOf(parts, options),
    };
  },
  lake: (read, x, { episodes: count, seed }) => ({
    split: 'within one alphabet, two drawers',
    x,
    sets: [lakeEpisodes(read.query, drawersOf(read.files), count, seed)],
  }),
};

/** A meta-model on the pictures of a file, and where heads are named, these on its features. */
export function scoreMetaModel(meta: MetaModel, read: DataFile, model: string, options: FileOptions): void {
  const { protocol = 'episodes', heads, seed, json } = options;
  const asked = PROTOCOLS[protocol];
  if (!asked) throw new Error(`Name a protocol of ${Object.keys(PROTOCOLS).join(', ')}.`);
  if (heads && protocol === 'rotated')
    throw new Error('Heads see pictures as they are. Take another protocol.');
  const encoded = encodeExamples(meta.input, read.raw, Int32Array.from(read.labels.keys()));
  const { split, x, sets } = asked(read, encoded, options);
  for (const set of sets) {
    const started = performance.now();
    const { accuracies, transductive } = evaluateEpisodes(engine(), meta, x, set);
    const seconds = (performance.now() - started) / 1000;
    const method = `${architecture(meta)}${transductive ? ', transductive' : ''}`;
    const { ways: way, shots: shot, queries, hash } = set;
    const row = { data: read.data, split, model, way, shot, queries, seed, hash };
    printRow(row, method, accuracies, seconds, json);
    if (heads) scoreHeads(row, meta, read.raw, set, heads, json);
  }
}

/** The named heads on the features of a meta-model, on episodes of these examples; `described` is what their rows say. */
export function scoreHeads(
  described: DescribedRow,
  meta: MetaModel,
  raw: RawExamples,
  set: EpisodeSet,
  heads: readonly string[],
  json: boolean,
): void {
  const rows = Int32Array.from(new Set(set.episodes.flatMap(({ support, query }) => [...support, ...query])));
  const place = new Map(Array.from(rows, (row, i) => [row, i]));
  const placed = (chosen: Int32Array) => chosen.map((row) => place.get(row) as number);
  const features = featureMatrix(extracted(backboneOf({ ...meta, classes: [] }), raw, rows));
  const plans = episodePlans({
    ...set,
    episodes: set.episodes.map((one) => ({ ...one, support: placed(one.support), query: placed(one.query) })),
  });
  const candidates = headsOf(heads).map((head) => ({ ...head, transform: 'NONE' as const }));
  scoreAll(described, features, candidates, plans, json);
}
