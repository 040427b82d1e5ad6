import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  evaluatePlans,
  headArms,
  probedArms,
  probeFeatures,
  probePlans,
  rowsOf,
  TRAINED_KIND,
  unitScores,
} from '@kshot/fewshot';
import { loadBackend } from '@kshot/native';
import { readFile } from '../accuracy/files/read-file.mjs';
import { backboneFor, cachedFeatures, plainFeatures } from './features.mjs';
import { drawOf, poolOf } from './pool.mjs';
import { rawRows } from './raw-rows.mjs';
import { trainedAccuracy } from './trained.mjs';

// measure.mjs FILE SHOTS,SHOTS SEEDS: a JSON line for each draw, with what the folds on the seen examples said of every
// candidate, and what it came to on examples that none of them saw.
const [file, shotsText, seedsText] = process.argv.slice(2);
await loadBackend();
const read = await readFile(file);
const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
const pool = poolOf(read, 1);
const pooled = Int32Array.from(pool.flatMap(({ support, query = [] }) => [...support, ...query]));
const backbone = await backboneFor(read.raw.modality);
const place = new Map(Array.from(pooled, (row, at) => [row, at]));
const features = backbone && cachedFeatures(backbone, read.raw, pooled, hash);
for (const shots of shotsText.split(',').map(Number))
  for (let seed = 1; seed <= Number(seedsText); seed++) {
    const draw = drawOf(pool, shots, seed);
    if (draw) console.log(JSON.stringify(record(draw, shots, seed)));
  }
process.exit(0);

function record(draw, shots, seed) {
  const flat = (part) => Int32Array.from(draw.flatMap((each) => [...each[part]]));
  const truthOf = (part) => Int32Array.from(draw.flatMap((each, k) => Array(each[part].length).fill(k)));
  const [seen, more, scored] = [flat('seen'), flat('more'), flat('scored')];
  const labels = truthOf('seen');
  const all = Int32Array.from([...seen, ...more, ...scored]);
  const plain = plainFeatures(read.raw, seen, all);
  const pretrained =
    features &&
    rowsOf(
      features,
      Array.from(all, (row) => place.get(row)),
    );
  const between = (from, count) => Int32Array.from({ length: count }, (_, i) => from + i);
  const plans = probePlans(labels, draw.length, seed);
  const scoring = {
    index: 0,
    seed,
    classes: between(0, draw.length),
    rows: between(seen.length + more.length, scored.length),
    truth: truthOf('scored'),
  };
  const fits = [
    { ...scoring, fitRows: between(0, seen.length), fitTruth: labels },
    {
      ...scoring,
      fitRows: between(0, seen.length + more.length),
      fitTruth: Int32Array.from([...labels, ...truthOf('more')]),
    },
  ];
  const known = between(0, seen.length);
  const hits = new Map();
  const reached = new Map();
  for (const { kind, source, candidate } of headArms[read.raw.modality]) {
    const x = source === 'PLAIN' ? plain : pretrained;
    hits.set(kind, probeFeatures(rowsOf(x, known), candidate, plans));
    const accuracies = fits.map((plan) => {
      const [unit] = evaluatePlans(x, candidate, [plan]);
      return unitScores(unit).balancedAccuracy;
    });
    reached.set(kind, accuracies);
  }
  const arms = Object.fromEntries(
    [...probedArms(hits)].map(([kind, probe]) => [
      kind,
      { probe, accuracy: reached.get(kind)[0], more: reached.get(kind)[1] },
    ]),
  );
  // A training takes as long as all heads together: one draw of each number of shots has to do.
  if (seed === 1) {
    const raw = rawRows(read.raw, all);
    const [accuracy, after] = fits.map((plan) => trainedAccuracy(raw, plan));
    arms[TRAINED_KIND] = { accuracy, more: after };
  }
  const { modality } = read.raw;
  return { data: read.data, hash, modality, classes: draw.length, shots, seed, scored: scored.length, arms };
}
