import { fileURLToPath } from 'node:url';
import { derivedSeed, drawn, episodePlans, headKind, matrix, randomFrom } from '@kshot/fewshot';
import { sentenceEncoder } from '@kshot/native';
import { episodes } from './episodes.mjs';
import { headsOf } from './heads.mjs';
import { readFile } from './read-file.mjs';
import { scoreAll } from './score.mjs';

const DRAW = 42;
const DRAWS = 10;

/** Texts: heads on the features of USE-lite, on N-way K-shot episodes and on all classes with K examples each. */
export async function texts(file, { ways, shots, allShots, protocol, episodes: count, seed, heads, json }) {
  const read = await readFile(file);
  const encoder = sentenceEncoder(fileURLToPath(new URL('../../../models/use-lite', import.meta.url)));
  const { shape, values } = encoder.encode(read.raw.texts);
  encoder.dispose();
  const features = matrix(shape[0], shape[1], values);
  const described = { data: read.data, split: read.split, model: 'use-lite', seed };
  if (protocol !== 'draws')
    for (const k of shots) {
      const set = episodes(read, { ways: Math.min(ways, read.classes.length), shots: k, count, seed });
      const own = { ...described, way: set.ways, shot: k, queries: set.queries, hash: set.hash };
      scoreAll(own, features, headsOf(heads), episodePlans(set), json);
    }
  if (protocol !== 'episodes')
    scoreAll(
      { ...described, way: read.classes.length, shot: allShots, unit: 'draws' },
      features,
      // Transductive heads look at all queries together, which thousands of test texts are too many for.
      headsOf(heads).filter((head) => !headKind(head.method).transductive),
      draws(read, allShots, seed),
      json,
    );
}

/** Supports of K examples of every class; each is scored on the whole test part, or on all other examples. */
function draws({ support, rows, labels, classes }, shots, seed) {
  const all = Int32Array.from(classes.keys());
  return Array.from({ length: DRAWS }, (_, index) => {
    const random = randomFrom(derivedSeed(seed, DRAW, index));
    const fitRows = Int32Array.from(
      support.flatMap((c) => [...drawn(c.rows, Math.min(shots, c.rows.length), random)]),
    );
    const taken = new Set(fitRows);
    const scored = rows.test.filter((row) => !taken.has(row));
    return {
      index,
      seed,
      shots,
      classes: all,
      fitRows,
      fitTruth: fitRows.map((row) => labels[row]),
      rows: scored,
      truth: scored.map((row) => labels[row]),
    };
  });
}
