import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { fitHead, fitSeconds, headArms, rowsOf } from '@kshot/fewshot';
import { loadBackend } from '@kshot/native';
import { backboneFor, plainFeatures } from './features.mjs';

// cost.mjs DRAW [KIND]: with a kind, that head is fitted on the draw as a run does it, and seconds since the process began and its
// peak memory are said; without, the advisor's forecast of both for every head, from a quarter of the examples.
const [file, kind] = process.argv.slice(2);
await loadBackend();
const { raw, labels, ways } = deserialize(readFileSync(file));
const rows = Int32Array.from(labels.keys());
const peak = () => process.resourceUsage().maxRSS * 1024;
const now = () => performance.now() / 1000;
const arms = headArms[raw.modality];
const needed = kind ? arms.filter((arm) => arm.kind === kind) : arms;
const before = now();
const backbone = needed.some(({ source }) => source === 'FEATURES')
  ? await backboneFor(raw.modality)
  : undefined;
const loading = now() - before;
const featuresOf = (source, some) => {
  if (source === 'PLAIN') return plainFeatures(raw, some, some);
  const { shape, values } = backbone.embed(raw, some);
  return { rows: shape[0], columns: shape[1], values: Float64Array.from(values) };
};
if (kind) {
  const [{ source, candidate }] = needed;
  const features = featuresOf(source, rows);
  fitHead(candidate, { features, labels, ways }).logits(rowsOf(features, [0]));
  console.log(JSON.stringify({ seconds: now(), memory: peak() }));
} else console.log(JSON.stringify(forecast()));
process.exit(0);

function forecast() {
  const base = { seconds: before, memory: peak() };
  const seen = new Int32Array(ways);
  const quarter = rows.filter((row) => {
    const place = seen[labels[row]]++;
    return place < 2 || place % 4 === 0;
  });
  const sources = Object.fromEntries(
    ['PLAIN', ...(backbone ? ['FEATURES'] : [])].map((source) => {
      const began = now();
      featuresOf(source, quarter.subarray(0, 2)); // compiles
      const compiling = now() - began;
      const start = now();
      const features = featuresOf(source, quarter);
      const each = (now() - start) / quarter.length;
      const more = (rows.length - quarter.length) * features.columns * 16;
      return [source, { features, compiling, each, memory: peak() + more }];
    }),
  );
  return Object.fromEntries(
    arms.map(({ kind: name, source, candidate }) => {
      const { features, compiling, each, memory } = sources[source];
      const support = { features, labels: Int32Array.from(quarter, (row) => labels[row]), ways };
      const fitting = fitSeconds((some) => fitHead(candidate, some), support, rows.length);
      const embedding = each * rows.length + (source === 'FEATURES' ? loading + compiling : 0);
      const own = source === 'FEATURES' ? memory : base.memory + rows.length * features.columns * 24;
      return [name, { seconds: base.seconds + embedding + fitting, memory: own }];
    }),
  );
}
