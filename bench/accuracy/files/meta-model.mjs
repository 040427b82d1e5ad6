import {
  backboneOf,
  encodeExamples,
  episodePlans,
  evaluateEpisodes,
  matrix,
  rotatedClasses,
  rotatedPictures,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { drawersOf, lakeEpisodes } from '../lake-episodes.mjs';
import { architecture } from '../report.mjs';
import { episodes } from './episodes.mjs';
import { extracted } from './extracted.mjs';
import { headsOf } from './heads.mjs';
import { printRow } from './print-row.mjs';
import { scoreAll } from './score.mjs';

/** What a protocol asks of a file: episode sets, the pictures that they index, and how the row is called. */
const PROTOCOLS = {
  episodes: (read, x, { shots, ...shape }) => ({
    split: read.split,
    x,
    sets: shots.map((k) => episodes(read, { ...shape, shots: k })),
  }),
  rotated(read, x, { shots, ...shape }) {
    const turned = (classes) => rotatedClasses(classes, read.labels.length);
    const classes = { support: turned(read.support), query: turned(read.query) };
    return {
      split: `${read.split}, rotated classes`,
      x: rotatedPictures(x),
      sets: shots.map((k) => episodes(classes, { ...shape, shots: k })),
    };
  },
  lake: (read, x, { count, seed }) => ({
    split: 'within one alphabet, two drawers',
    x,
    sets: [lakeEpisodes(read.query, drawersOf(read.files), count, seed)],
  }),
};

/** A meta-model on the pictures of a file, and where heads are named, these on its features. */
export function scoreMetaModel(meta, read, { protocol = 'episodes', model, heads, json, ...shape }) {
  if (!PROTOCOLS[protocol]) throw new Error(`Name a protocol of ${Object.keys(PROTOCOLS).join(', ')}.`);
  if (heads && protocol === 'rotated')
    throw new Error('Heads see pictures as they are. Take another protocol.');
  const encoded = encodeExamples(meta.input, read.raw, Int32Array.from(read.labels.keys()));
  const { split, x, sets } = PROTOCOLS[protocol](read, encoded, shape);
  for (const set of sets) {
    const started = performance.now();
    const { mean, halfWidth, transductive } = evaluateEpisodes(engine(), meta, x, set);
    const seconds = (performance.now() - started) / set.episodes.length;
    const method = `${architecture(meta)}${transductive ? ', transductive' : ''}`;
    const { ways: way, shots: shot, queries, hash } = set;
    const row = { data: read.data, split, model, way, shot, queries, seed: shape.seed, hash, method };
    printRow({ ...row, episodes: set.episodes.length, mean, ci95: halfWidth, seconds }, json);
    if (heads) scoreHeads(row, meta, read.raw, set, heads, json);
  }
}

/** The named heads on the features of a meta-model, on episodes of these examples; `described` is what their rows say. */
export function scoreHeads(described, meta, raw, set, heads, json) {
  const seen = ({ support, query }) => [...support, ...query];
  const rows = Int32Array.from(new Set(set.episodes.flatMap(seen)));
  const place = new Map(Array.from(rows, (row, i) => [row, i]));
  const placed = (chosen) => chosen.map((row) => place.get(row));
  const { shape, values } = extracted(backboneOf({ ...meta, classes: [] }), raw, rows);
  const plans = episodePlans({
    ...set,
    episodes: set.episodes.map((one) => ({ ...one, support: placed(one.support), query: placed(one.query) })),
  });
  const candidates = headsOf(heads).map((head) => ({ ...head, transform: 'NONE' }));
  scoreAll(described, matrix(shape[0], shape[1], values), candidates, plans, json);
}
