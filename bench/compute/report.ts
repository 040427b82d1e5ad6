import { type BenchLine, benchLine, benchText, fastestOf } from '../frame/measurement.js';
import { median, spread } from '../frame/samples.js';
import type { Compared, Ran } from './compare.js';

/** What `--json` prints of a row. The ratio is to PyTorch at its best, to another library only where there is no PyTorch. */
export function jsonLine(row: Compared, load: number): BenchLine & { threads: number; eager: number | null } {
  const { threads, compiled, eager } = row;
  const line = benchLine(row, compiled, comparedWith(row), load);
  return { ...line, threads, eager: eager ? median(eager.samples) : null };
}

const comparedWith = ({ peers }: Compared): Readonly<Record<string, Ran>> => {
  const torch = Object.entries(peers).filter(([way]) => way.startsWith('PyTorch'));
  return torch.length > 0 ? Object.fromEntries(torch) : peers;
};

/** A row as text. */
export function* text(row: Compared, target: number | undefined, load: number): Generator<string> {
  const { unit, threads, split, compiled, eager, peers } = row;
  const one = (name: string, { samples, cpu, peakMemory = 0 }: Ran) => {
    const processor = threads === 1 ? `, processor ${cpu.toFixed(1)} ms` : '';
    const numbers = `${median(samples).toFixed(1)} ${unit} (${spread(samples)}, best ${extreme(unit, samples)})`;
    return `  ${name.padEnd(22)} ${numbers}${processor}, peak ${Math.round(peakMemory / 1e6)} MB`;
  };
  const line = jsonLine(row, load);
  yield `${benchText(line)}, ${threads} threads (${split.intra} inside an op, ${split.inter} between)`;
  yield one('compiled', compiled);
  yield `    first call after ${compiled.compileSeconds?.toFixed(1)} s, ${compiled.compileCpuSeconds?.toFixed(1)} s of processor`;
  if (eager) yield one('eager', eager);
  for (const [way, peer] of Object.entries(peers)) {
    const beside = (median(compiled.samples) / median(peer.samples)).toFixed(2);
    yield `${one(way, peer)}; ours takes ${beside} of it`;
  }
  const best = fastestOf(comparedWith(row))?.[1];
  if (best && line.ratio !== null && target !== undefined) {
    const minima = Math.min(...compiled.samples) / Math.min(...best.samples);
    const processor = threads === 1 ? `, of processor time ${(compiled.cpu / best.cpu).toFixed(2)}` : '';
    const missed = line.ratio <= target ? '' : '  MISSED';
    yield `  ratio of the best samples ${minima.toFixed(2)}${processor}, target ${target}${missed}`;
  }
  if (compiled.peak) {
    const share = (median(compiled.samples) * (compiled.operationsPerExample ?? 0)) / compiled.peak;
    yield `  ${(share * 100).toFixed(0)} % of the ${(compiled.peak / 1e9).toFixed(0)} GFLOP/s of a matrix multiplication`;
  }
}

const extreme = (unit: string, samples: readonly number[]): string =>
  (unit.endsWith('/s') ? Math.max(...samples) : Math.min(...samples)).toFixed(1);
