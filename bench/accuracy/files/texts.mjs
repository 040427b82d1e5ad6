import { backboneOf, derivedSeed, drawn, episodePlans, headKind, matrix, randomFrom } from '@kshot/fewshot';
import { episodes } from './episodes.mjs';
import { extracted } from './extracted.mjs';
import { headsOf } from './heads.mjs';
import { modelOf } from './model-of.mjs';
import { readFile } from './read-file.mjs';
import { scoreAll } from './score.mjs';
import { scoreTransfer, TRANSFERS } from './transfers.mjs';

const DRAW = 42;
const DRAWS = 10;

/** Texts: heads on the features of a sentence encoder, on N-way K-shot episodes and on all classes with K examples each. */
export async function texts(
  file,
  {
    model = 'use-lite',
    ways,
    shots,
    allShots,
    draws: drawCount = DRAWS,
    protocol,
    episodes: count,
    seed,
    heads,
    json,
  },
) {
  const read = await readFile(file);
  const { meta } = await modelOf(model);
  const all = Int32Array.from(read.labels.keys());
  const backbone = backboneOf({ ...meta, classes: [] });
  extracted(backbone, read.raw, all.subarray(0, 1)); // loads the encoder
  const started = performance.now();
  const { shape, values } = extracted(backbone, read.raw, all);
  console.error(
    `${read.data}: ${Math.round((1000 * all.length) / (performance.now() - started))} texts a second`,
  );
  const features = matrix(shape[0], shape[1], values);
  const described = { data: read.data, split: read.split, model, seed };
  if (protocol === 'leave-one-out')
    scoreAll(
      { ...described, way: read.classes.length, unit: 'examples' },
      features,
      headsOf(heads),
      leftOut(read),
      json,
    );
  if (protocol !== 'draws' && protocol !== 'leave-one-out')
    for (const k of shots) {
      const set = episodes(read, { ways: Math.min(ways, read.classes.length), shots: k, count, seed });
      const own = { ...described, way: set.ways, shot: k, queries: set.queries, hash: set.hash };
      scoreAll(own, features, headsOf(heads), episodePlans(set), json);
    }
  if (protocol === 'episodes' || protocol === 'leave-one-out') return;
  const plans = draws(read, allShots, seed, drawCount);
  const row = { ...described, way: read.classes.length, shot: allShots, unit: 'draws' };
  for (const one of TRANSFERS.filter(({ name }) => heads?.includes(name)))
    scoreTransfer(one, row, { meta, features }, read, plans, json);
  scoreAll(
    row,
    features,
    // Transductive heads look at all queries together, which thousands of test texts are too many for.
    headsOf(heads).filter((head) => !headKind(head.method).transductive),
    plans,
    json,
  );
}

/** Supports of K examples of every class; each is scored on the whole test part, or on all other examples. */
function draws({ support, rows, labels, classes }, shots, seed, count) {
  const all = Int32Array.from(classes.keys());
  return Array.from({ length: count }, (_, index) => {
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

/** Each example is scored by a head on all others. */
function leftOut({ labels, classes }) {
  const rows = Int32Array.from(labels.keys());
  return Array.from(rows, (row) => {
    const fitRows = rows.filter((other) => other !== row);
    return {
      index: row,
      classes: Int32Array.from(classes.keys()),
      fitRows,
      fitTruth: fitRows.map((other) => labels[other]),
      rows: Int32Array.of(row),
      truth: Int32Array.of(labels[row]),
    };
  });
}
