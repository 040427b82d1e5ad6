import { median, spread } from '../samples.mjs';

const mega = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** What `--json` prints of a row. */
export function jsonLine({ work, threads, unit, compiled, eager, peers, best }) {
  const mine = median(compiled.samples);
  const theirs = best ? median(peers[best].samples) : null;
  return {
    work,
    threads,
    unit,
    ours: mine,
    eager: eager ? median(eager.samples) : null,
    peer: best ?? null,
    theirs,
    ratio: theirs ? mine / theirs : null,
  };
}

/** A row as text. */
export function* text(row, target) {
  const { work, threads, unit, split, compiled, eager, peers, best } = row;
  const one = (name, { samples, cpu, peakMemory }) => {
    const processor = threads === 1 ? `, processor ${cpu.toFixed(1)} ms` : '';
    const numbers = `${median(samples).toFixed(1)} ${unit} (${spread(samples)}, best ${extreme(unit, samples)})`;
    return `  ${name.padEnd(22)} ${numbers}${processor}, peak ${mega(peakMemory)}`;
  };
  yield `${work}, ${threads} threads (${split.intra} inside an op, ${split.inter} between)`;
  yield one('compiled', compiled);
  yield `    first call after ${compiled.compileSeconds.toFixed(1)} s, ${compiled.compileCpuSeconds.toFixed(1)} s of processor`;
  if (eager) yield one('eager', eager);
  for (const [way, peer] of Object.entries(peers)) {
    const beside = (median(compiled.samples) / median(peer.samples)).toFixed(2);
    yield `${one(way, peer)}; ours takes ${beside} of it`;
  }
  if (best) {
    const { ratio } = jsonLine(row);
    const minima = Math.min(...compiled.samples) / Math.min(...peers[best].samples);
    const processor =
      threads === 1 ? `, of processor time ${(compiled.cpu / peers[best].cpu).toFixed(2)}` : '';
    const missed = ratio <= target ? '' : '  MISSED';
    yield `  ratio ${ratio.toFixed(2)} (of the best samples ${minima.toFixed(2)}${processor}), target ${target}${missed}`;
  }
  if (compiled.peak) {
    const share = (median(compiled.samples) * compiled.operationsPerExample) / compiled.peak;
    yield `  ${(share * 100).toFixed(0)} % of the ${(compiled.peak / 1e9).toFixed(0)} GFLOP/s of a matrix multiplication`;
  }
}

const extreme = (unit, samples) =>
  (unit.endsWith('/s') ? Math.max(...samples) : Math.min(...samples)).toFixed(1);
