// ours.ts HEAD SIZE-AS-JSON ROUNDS: seconds of one fit with its scores, and the share of examples that it gets right.
import { peakMemory } from '@kshot/domain';
import { fitHead, type HeadMethod } from '@kshot/fewshot';
import { loadBackend } from '@kshot/native';
import { drawWork } from './draw-work.js';
import type { Size } from './works.js';

const [method, text = '', rounds] = process.argv.slice(2);
await loadBackend({ threads: { intra: 1, inter: 1 } });
const size = JSON.parse(text) as Size;
const { fit, score } = drawWork(size);
const { ways } = fit;
/** Penalties are given, as to the peer; ridge chooses its own by leave-one-out. */
const penalties: Partial<Record<HeadMethod, number>> = {
  LOGISTIC: 1,
  SVM: 1,
  PROTOTYPE_HEAD: 1,
  KERNEL_RIDGE: 0.1,
};
const penalty = penalties[method as HeadMethod];
const candidate = { method: method as HeadMethod, transform: 'NONE', neighbours: 3 } as const;
const samples: number[] = [];
let accuracy = 0;
for (let i = 0; i < Number(rounds); i++) {
  const begun = performance.now();
  const head = fitHead({ ...candidate, ...(penalty ? { penalty } : {}) }, fit);
  const { values } = head.logits(score.features);
  samples.push((performance.now() - begun) / 1000);
  const hits = score.labels.filter((k, at) => {
    const row = values.subarray(at * ways, (at + 1) * ways);
    return row.indexOf(Math.max(...row)) === k;
  });
  accuracy = hits.length / score.labels.length;
}
console.log(JSON.stringify({ samples, accuracy, peakMemory: peakMemory() }));
