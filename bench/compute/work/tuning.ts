import { bert, initialWeights, miniLm, randomFrom, tuningSpec } from '@kshot/fewshot';
import type { TrainingWork } from './training-work.js';

const [TEXTS, LENGTH, WAYS, RESIDENT] = [64, 16, 150, 1500] as const;

/** Steps of encoder tuning: all-MiniLM-L6-v2 in size, 64 texts of 16 tokens, 150 classes. */
export function tuning(): TrainingWork {
  const network = bert({ ...miniLm, length: LENGTH });
  const { parameters: weights } = initialWeights(network, randomFrom(1));
  for (const [name, { values }] of Object.entries(weights))
    if (/^tokens\//.test(name)) for (const i of values.keys()) values[i] = 0.05 * Math.sin(i);
  const tokens = Float32Array.from({ length: RESIDENT * LENGTH }, (_, i) => 1 + ((i * 7919) % 30_000));
  const rows = Float32Array.from({ length: WAYS * miniLm.width }, (_, i) => 0.002 * Math.cos(i));
  const data = {
    tokens: { shape: [RESIDENT, LENGTH], values: tokens },
    labels: Int32Array.from({ length: RESIDENT }, (_, i) => i % WAYS),
    rows: { shape: [WAYS, miniLm.width], values: rows },
  };
  const spec = tuningSpec({ network, weights }, data, TEXTS);
  const some = Int32Array.from({ length: TEXTS }, (_, i) => (i % 32) + WAYS * Math.floor(i / 32));
  const feed = (steps: number) => ({
    rows: Int32Array.from(
      Array<number[]>(steps)
        .fill([...some])
        .flat(),
    ),
    seen: new Float32Array(steps * TEXTS * LENGTH).fill(1),
  });
  return { spec, feed, rate: 5e-5, unitsPerStep: 1 };
}
