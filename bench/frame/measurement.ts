import { loadavg } from 'node:os';
import { median } from './samples.js';

/** What one side took, round after round. */
export interface Measured {
  samples: number[];
  /** Bytes of memory at the peak of its process. */
  peakMemory?: number;
}

/** One row as every bench prints it with `--json`. */
export interface BenchLine {
  readonly work: string;
  readonly unit: string;
  /** Medians. */
  readonly ours: number;
  readonly peer: string | null;
  readonly theirs: number | null;
  /** Ours over theirs, both in time: less than 1 is faster. */
  readonly ratio: number | null;
  /** Average number of busy processes before the row. */
  readonly load: number;
  readonly peakMegabytes: number | null;
}

/** Processes that were busy in the last minute. */
export const load = (): number => loadavg()[0] ?? Number.NaN;

/** Ours and the fastest of the peers. */
export function benchLine(
  { work, unit }: Pick<BenchLine, 'work' | 'unit'>,
  ours: Measured,
  peers: Readonly<Record<string, Measured>>,
  loadBefore: number,
): BenchLine {
  const [peer, fastest] = fastestOf(peers) ?? [];
  const [own, theirs] = [median(ours.samples), fastest ? median(fastest.samples) : null];
  return {
    work,
    unit,
    ours: own,
    peer: peer ?? null,
    theirs,
    ratio: theirs === null ? null : own / theirs,
    load: loadBefore,
    peakMegabytes: ours.peakMemory === undefined ? null : ours.peakMemory / 1e6,
  };
}

/** The way with the least median, in time. */
export const fastestOf = <M extends Measured>(
  ways: Readonly<Record<string, M>>,
): readonly [string, M] | undefined =>
  Object.entries(ways).sort(([, a], [, b]) => median(a.samples) - median(b.samples))[0];

/** Adds the samples of a further round to what a way has. */
export function addRound<M extends Measured>(before: M | undefined, round: M): M {
  if (!before) return { ...round, samples: [...round.samples] };
  const peakMemory = Math.max(before.peakMemory ?? 0, round.peakMemory ?? 0);
  return {
    ...round,
    samples: [...before.samples, ...round.samples],
    ...(peakMemory > 0 ? { peakMemory } : {}),
  };
}

/** A row in words. */
export function benchText({ work, unit, ours, peer, theirs, ratio, load: before, peakMegabytes }: BenchLine) {
  const beside = ratio === null ? '' : `, ${peer} ${figure(theirs ?? 0)}: ratio ${ratio.toFixed(2)}`;
  const memory = peakMegabytes === null ? '' : `, peak ${peakMegabytes.toFixed(0)} MB`;
  return `${work}: ${figure(ours)} ${unit}${beside} (load before ${before.toFixed(1)}${memory})`;
}

const figure = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(1));
