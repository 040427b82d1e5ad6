// ours.mjs HEAD SIZE-AS-JSON ROUNDS: seconds of one fit with its scores, and the share of examples that it gets right.
import { fitHead } from '@kshot/fewshot';
import { loadBackend } from '@kshot/native';
import { draw } from './draw.mjs';

const [method, size, rounds] = process.argv.slice(2);
await loadBackend({ threads: { intra: 1, inter: 1 } });
const { fit, score } = draw(JSON.parse(size));
const ways = JSON.parse(size).classes;
// Penalties are given, as to the peer; ridge chooses its own by leave-one-out.
const penalty = { LOGISTIC: 1, SVM: 1, PROTOTYPE_HEAD: 1, KERNEL_RIDGE: 0.1 }[method];
const candidate = { name: method, method, transform: 'NONE', neighbours: 3, ...(penalty ? { penalty } : {}) };
const samples = [];
let accuracy = 0;
for (let i = 0; i < Number(rounds); i++) {
  const begun = performance.now();
  const { values } = fitHead(candidate, { features: fit.features, labels: fit.labels, ways }).logits(
    score.features,
  );
  samples.push((performance.now() - begun) / 1000);
  const hits = score.labels.filter((k, at) => {
    const row = values.subarray(at * ways, (at + 1) * ways);
    return row.indexOf(Math.max(...row)) === k;
  });
  accuracy = hits.length / score.labels.length;
}
console.log(JSON.stringify({ samples, accuracy }));
