// ours.ts WORK INTRA INTER compiled|eager SECONDS: one JSON line with samples in the row's unit.
import { peakMemory } from '@kshot/domain';
import { eagerEngine } from '@kshot/fewshot';
import { engine, loadBackend } from '@kshot/native';
import type { Ran } from './compare.js';
import type { EmbeddingWork } from './work/embedding.js';
import type { TrainingWork } from './work/training-work.js';

const [work = '', intra, inter, mode, seconds] = process.argv.slice(2);
const backend = await loadBackend({ threads: { intra: Number(intra), inter: Number(inter) } });
if (!backend.native) throw new Error(backend.reason);
const { trainings } = await import('./work/by-name.js');
const { embeddings, matmulPeak } = await import('./work/embedding.js');

const cpuSeconds = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
/** Seconds and seconds of processor time that something takes. */
function timed(run: () => void): { seconds: number; cpu: number } {
  const [started, before] = [performance.now(), cpuSeconds()];
  run();
  return { seconds: (performance.now() - started) / 1000, cpu: cpuSeconds() - before };
}
/** Until the time is over, and three times at least. */
function repeat(run: () => number): number[] {
  const samples: number[] = [];
  const end = performance.now() + 1000 * Number(seconds);
  do samples.push(run());
  while (performance.now() < end || samples.length < 3);
  return samples;
}

function train({ spec, feed, rate, unitsPerStep }: TrainingWork): Ran {
  let cpu = Number.POSITIVE_INFINITY;
  const program = { call: (_: number) => 0 };
  const compile = timed(() => {
    const made = (mode === 'eager' ? eagerEngine() : engine()).program(spec);
    program.call = (steps) => {
      const fed = feed(steps);
      const rates = new Float32Array(steps).fill(rate);
      const taken = timed(() => made.train(fed, rates));
      cpu = Math.min(cpu, (1000 * taken.cpu * unitsPerStep) / steps);
      return (1000 * taken.seconds) / steps;
    };
    program.call(1);
  });
  for (let i = 0; i < 2; i++) program.call(1);
  // As many steps a call as fit into 200 ms.
  const most = unitsPerStep === 1 ? 50 : unitsPerStep;
  const steps = Math.max(1, Math.min(most, Math.floor(180 / program.call(1))));
  cpu = Number.POSITIVE_INFINITY;
  const samples = repeat(() => program.call(mode === 'eager' ? Math.min(steps, 20) : steps) * unitsPerStep);
  return { samples, cpu, compileSeconds: compile.seconds, compileCpuSeconds: compile.cpu };
}

async function embed(make: () => Promise<EmbeddingWork>): Promise<Ran> {
  let cpu = Number.POSITIVE_INFINITY;
  const { run, count, operations } = await make();
  const compile = timed(run);
  const samples = repeat(() => {
    const taken = timed(run);
    cpu = Math.min(cpu, (1000 * taken.cpu) / count);
    return count / taken.seconds;
  });
  const more = operations ? { operationsPerExample: operations, peak: matmulPeak() } : {};
  return { samples, cpu, compileSeconds: compile.seconds, compileCpuSeconds: compile.cpu, ...more };
}

const training = trainings[work];
const embedding = embeddings[work];
if (!training && !embedding) throw new Error(`There is no row ${work}.`);
const ran = training ? train(training()) : await embed(embedding as () => Promise<EmbeddingWork>);
console.log(JSON.stringify({ ...ran, peakMemory: peakMemory() }));
process.exit(0);
