import { eagerEngine } from '@kshot/fewshot';
import { engine, loadBackend } from '@kshot/native';

// ours.mjs WORK INTRA INTER compiled|eager SECONDS: one JSON line with samples in the row's unit.
const [work, intra, inter, mode, seconds] = process.argv.slice(2);
const backend = await loadBackend({ threads: { intra: Number(intra), inter: Number(inter) } });
if (!backend.native) throw new Error(backend.reason);
const { trainings } = await import('./work/by-name.mjs');
const { embeddings, matmulPeak } = await import('./work/embedding.mjs');
const samples = [];
const more = {};
const cpuSeconds = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
const until = (run) => {
  const end = performance.now() + 1000 * Number(seconds);
  do run();
  while (performance.now() < end || samples.length < 3);
};

if (trainings[work]) {
  const { spec, feed, rate, unitsPerStep } = trainings[work]();
  const started = performance.now();
  const cpuBefore = cpuSeconds();
  const program = (mode === 'eager' ? eagerEngine() : engine()).program(spec);
  const call = (steps) => {
    const fed = feed(steps);
    const rates = new Float32Array(steps).fill(rate);
    const [from, cpuFrom] = [performance.now(), cpuSeconds()];
    program.train(fed, rates);
    more.cpu = Math.min(more.cpu ?? Infinity, ((cpuSeconds() - cpuFrom) * 1000 * unitsPerStep) / steps);
    return (performance.now() - from) / steps;
  };
  call(1);
  delete more.cpu;
  more.compileSeconds = (performance.now() - started) / 1000;
  more.compileCpuSeconds = cpuSeconds() - cpuBefore;
  for (let i = 0; i < 2; i++) call(1);
  // As many steps a call as fit into 200 ms.
  const steps = Math.max(1, Math.min(unitsPerStep === 1 ? 50 : unitsPerStep, Math.floor(180 / call(1))));
  until(() => samples.push(call(mode === 'eager' ? Math.min(steps, 20) : steps) * unitsPerStep));
} else {
  const started = performance.now();
  const cpuBefore = cpuSeconds();
  const { run, count, operations } = embeddings[work]();
  run();
  more.compileCpuSeconds = cpuSeconds() - cpuBefore;
  more.compileSeconds = (performance.now() - started) / 1000;
  until(() => {
    const [from, cpuFrom] = [performance.now(), cpuSeconds()];
    run();
    samples.push((1000 * count) / (performance.now() - from));
    more.cpu = Math.min(more.cpu ?? Infinity, ((cpuSeconds() - cpuFrom) * 1000) / count);
  });
  if (operations) more.operationsPerExample = operations;
  if (operations) more.peak = matmulPeak();
}
console.log(JSON.stringify({ samples, peakMemory: process.resourceUsage().maxRSS * 1024, ...more }));
process.exit(0);
