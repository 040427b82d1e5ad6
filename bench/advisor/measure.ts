import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type AdvisorRecord,
  type ArmHits,
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
import { readFile } from '../accuracy/files/read-file.js';
import { cachedFeatures, examplesAsFeatures, starterFor } from './features.js';
import { drawOf, flattened, poolOf } from './pool.js';
import { rawRows } from './raw-rows.js';
import { trainedAccuracy } from './trained.js';

type Arm = AdvisorRecord['arms'][string];

// measure.ts FILE SHOTS,SHOTS SEEDS: a JSON line for each draw, with what the folds on the seen examples said of every
// candidate, and what it came to on examples that none of them saw.
const [file = '', shotsText = '', seedsText] = process.argv.slice(2);
await loadBackend();
const read = await readFile(file);
const { modality } = read.raw;
const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
const pool = poolOf(read, 1);
const pooled = Int32Array.from(pool.flatMap(({ support, query = [] }) => [...support, ...query]));
const starter = await starterFor(modality);
const place = new Map(Array.from(pooled, (row, at) => [row, at]));
const features = starter && cachedFeatures(starter, read.raw, pooled, hash);
for (const shots of shotsText.split(',').map(Number))
  for (let seed = 1; seed <= Number(seedsText); seed++) {
    const draw = drawOf(pool, shots, seed);
    if (draw) console.log(JSON.stringify(record(draw, shots, seed)));
  }
process.exit(0);

function record(
  draw: NonNullable<ReturnType<typeof drawOf>>,
  shots: number,
  seed: number,
): AdvisorRecord & { readonly scored: number } {
  const [seen, more, scored] = [flattened(draw, 'seen'), flattened(draw, 'more'), flattened(draw, 'scored')];
  const all = Int32Array.from([...seen.rows, ...more.rows, ...scored.rows]);
  const plain = examplesAsFeatures(read.raw, seen.rows, all);
  const placed = all.map((row) => place.get(row) as number);
  const pretrained = features ? rowsOf(features, placed) : plain;
  const between = (from: number, count: number) => Int32Array.from({ length: count }, (_, i) => from + i);
  const [known, fitted] = [seen.rows.length, seen.rows.length + more.rows.length];
  const plans = probePlans(seen.truth, draw.length, seed);
  if (!plans) throw new Error(`${shots} shots of ${draw.length} classes are too few to hold any out.`);
  const scoring = {
    index: 0,
    seed,
    classes: between(0, draw.length),
    rows: between(fitted, scored.rows.length),
    truth: scored.truth,
  };
  const fits = [
    { ...scoring, fitRows: between(0, known), fitTruth: seen.truth },
    {
      ...scoring,
      fitRows: between(0, fitted),
      fitTruth: Int32Array.from([...seen.truth, ...more.truth]),
    },
  ];
  const hits = new Map<string, ArmHits>();
  const reached = new Map<string, Arm>();
  for (const { kind, source, candidate } of headArms[modality]) {
    const x = source === 'PLAIN' ? plain : pretrained;
    hits.set(kind, probeFeatures(rowsOf(x, between(0, known)), candidate, plans));
    const [accuracy = 0, after = 0] = fits.flatMap((plan) =>
      Array.from(evaluatePlans(x, candidate, [plan]), (unit) => unitScores(unit).balancedAccuracy),
    );
    reached.set(kind, { accuracy, more: after });
  }
  const arms: Record<string, Arm> = {};
  for (const [kind, probe] of probedArms(hits)) arms[kind] = { probe, ...(reached.get(kind) as Arm) };
  // A training takes as long as all heads together: one draw of each number of shots has to do.
  if (seed === 1) {
    const raw = rawRows(read.raw, all);
    const [accuracy = 0, after = 0] = fits.map((plan) => trainedAccuracy(raw, plan));
    arms[TRAINED_KIND] = { accuracy, more: after };
  }
  const named = { data: read.data, hash, modality, classes: draw.length, shots, seed };
  return { ...named, scored: scored.rows.length, arms };
}
