import {
  backboneOf,
  type Classifier,
  derivedSeed,
  drawn,
  episodePlans,
  headKind,
  type Matrix,
  randomFrom,
  type UnitPlan,
  unitPlans,
} from '@kshot/fewshot';
import type { FileOptions } from '../options.js';
import { episodes } from './episodes.js';
import { extracted, featureMatrix } from './extracted.js';
import { headsOf } from './heads.js';
import { joined } from './joined.js';
import { type DataFile, readFile } from './read-file.js';
import { readModel } from './read-model.js';
import { scoreJoined } from './score.js';
import { scoreTransfer, TRANSFERS } from './transfers.js';

const DRAW = 42;

/** Texts: heads on the features of a sentence encoder, or of two together, on N-way K-shot episodes and on all classes with K examples each. */
export async function texts(
  file: string,
  { model = 'use-lite', beside, draws: drawCount = 10, ...asked }: FileOptions,
): Promise<void> {
  const { ways, shots, allShots, protocol, episodes: count, seed, heads, json } = asked;
  const read = await readFile(file);
  const { classifier } = await readModel(model);
  const alone = [{ model, features: encoded(read, model, classifier) }];
  if (beside)
    alone.push({ model: beside, features: encoded(read, beside, (await readModel(beside)).classifier) });
  const together = joined(alone, read.support);
  const described = { data: read.data, split: read.split, model, seed };
  const way = read.classes.length;
  if (protocol === 'leave-one-out') {
    const plans = unitPlans({ kind: 'LEAVE_ONE_OUT' }, read.labels, way);
    return scoreJoined({ ...described, way, unit: 'examples' }, alone, together, headsOf(heads), plans, json);
  }
  if (protocol !== 'draws')
    for (const shot of shots) {
      const set = episodes(read, { ways: Math.min(ways, way), shots: shot, count, seed });
      const own = { ...described, way: set.ways, shot, queries: set.queries, hash: set.hash };
      scoreJoined(own, alone, together, headsOf(heads), episodePlans(set), json);
    }
  if (protocol === 'episodes') return;
  const plans = draws(read, allShots, seed, drawCount);
  const row = { ...described, way, shot: allShots, unit: 'draws' };
  for (const one of TRANSFERS.filter(({ name }) => heads?.includes(name)))
    scoreTransfer(one, row, { pretrained: classifier, features: alone[0]!.features }, read, plans, json);
  // Transductive heads look at all queries together, which thousands of test texts are too many for.
  const inductive = headsOf(heads).filter((head) => !headKind(head.method).transductive);
  scoreJoined(row, alone, together, inductive, plans, json);
}

/** Features of all texts by a sentence encoder, and how fast they came. */
function encoded({ raw, labels, data }: DataFile, model: string, classifier: Classifier): Matrix {
  const all = Int32Array.from(labels.keys());
  const backbone = backboneOf(classifier);
  extracted(backbone, raw, all.subarray(0, 1)); // loads the encoder
  const started = performance.now();
  const features = featureMatrix(extracted(backbone, raw, all));
  const perSecond = (1000 * all.length) / (performance.now() - started);
  console.error(`${data}, ${model}: ${Math.round(perSecond)} texts a second`);
  return features;
}

/** Supports of K examples of every class; each is scored on the whole test part, or on all other examples. */
function draws(
  { support, test, labels, classes }: DataFile,
  shots: number,
  seed: number,
  count: number,
): UnitPlan[] {
  const all = Int32Array.from(classes.keys());
  const truthOf = (rows: Int32Array) => rows.map((row) => labels[row] as number);
  return Array.from({ length: count }, (_, index) => {
    const random = randomFrom(derivedSeed(seed, DRAW, index));
    const fitRows = Int32Array.from(
      support.flatMap((c) => [...drawn(c.rows, Math.min(shots, c.rows.length), random)]),
    );
    const taken = new Set(fitRows);
    const rows = test.filter((row) => !taken.has(row));
    const plan = { index, seed, shots, classes: all };
    return { ...plan, fitRows, fitTruth: truthOf(fitRows), rows, truth: truthOf(rows) };
  });
}
