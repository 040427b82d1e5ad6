import { encodeExamples, evaluateEpisodes, rotatedClasses, rotatedPictures } from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { drawersOf, lakeEpisodes } from '../lake-episodes.mjs';
import { architecture } from '../report.mjs';
import { episodes } from './episodes.mjs';
import { printRow } from './print-row.mjs';

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

/** A meta-model on the pictures of a file. */
export function scoreMetaModel(meta, read, { protocol = 'episodes', model, json, ...shape }) {
  if (!PROTOCOLS[protocol]) throw new Error(`Name a protocol of ${Object.keys(PROTOCOLS).join(', ')}.`);
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
  }
}
