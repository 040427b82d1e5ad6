import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { fitHead, type HeadArm, headArms, headSeconds, type Matrix, rowsOf } from '@kshot/fewshot';
import { loadBackend } from '@kshot/native';
import { featureMatrix } from '../accuracy/files/extracted.js';
import type { StoredDraw } from './draw.js';
import { examplesAsFeatures, starterFor } from './features.js';

/** Seconds since the process began, and bytes of memory at its peak. */
export interface Cost {
  readonly seconds: number;
  readonly memory: number;
}

// cost.ts DRAW [KIND]: with a kind, that head is fitted on the draw as a run does it, and what it cost is printed; without, the
// advisor's forecast of it for every head, from a quarter of the examples.
const [file = '', kind] = process.argv.slice(2);
await loadBackend();
const { raw, labels, ways } = deserialize(readFileSync(file)) as StoredDraw;
const rows = Int32Array.from(labels.keys());
const peak = () => process.resourceUsage().maxRSS * 1024;
const now = () => performance.now() / 1000;
const arms = headArms[raw.modality];
const needed = kind ? arms.filter((arm) => arm.kind === kind) : arms;
const before = now();
const starter = needed.some(({ source }) => source === 'FEATURES')
  ? await starterFor(raw.modality)
  : undefined;
const loading = now() - before;
const [first] = needed;
if (kind && first) {
  const features = featuresOf(first.source, rows);
  fitHead(first.candidate, { features, labels, ways }).logits(rowsOf(features, [0]));
  console.log(JSON.stringify({ seconds: now(), memory: peak() } satisfies Cost));
} else console.log(JSON.stringify(forecast()));
process.exit(0);

function featuresOf(source: HeadArm['source'], some: Int32Array): Matrix {
  if (source === 'PLAIN') return examplesAsFeatures(raw, some, some);
  if (!starter) throw new Error(`No backbone ships for ${raw.modality}.`);
  return featureMatrix(starter.embed(raw, some));
}

function forecast(): Readonly<Record<string, Cost>> {
  const base = { seconds: before, memory: peak() };
  const seen = new Int32Array(ways);
  const quarter = rows.filter((row) => {
    const k = labels[row] as number;
    const place = seen[k] as number;
    seen[k] = place + 1;
    return place < 2 || place % 4 === 0;
  });
  const measured = (source: HeadArm['source']) => {
    const began = now();
    featuresOf(source, quarter.subarray(0, 2)); // compiles
    const compiling = now() - began;
    const start = now();
    const features = featuresOf(source, quarter);
    const each = (now() - start) / quarter.length;
    const more = (rows.length - quarter.length) * features.columns * 16;
    return { features, compiling, each, memory: peak() + more };
  };
  const plain = measured('PLAIN');
  const pretrained = starter ? measured('FEATURES') : plain;
  return Object.fromEntries(
    arms.map(({ kind: name, source, candidate }) => {
      const { features, compiling, each, memory } = source === 'FEATURES' ? pretrained : plain;
      const size = { examples: rows.length, columns: features.columns, ways };
      const fitting = headSeconds(candidate.method, size) ?? 0;
      const embedding = each * rows.length + (source === 'FEATURES' ? loading + compiling : 0);
      const own = source === 'FEATURES' ? memory : base.memory + rows.length * features.columns * 24;
      return [name, { seconds: base.seconds + embedding + fitting, memory: own }];
    }),
  );
}
