import { threadsFor } from '@kshot/native';
import { addRound, fastestOf, type Measured } from '../frame/measurement.js';
import { hasLibrary } from '../frame/peer-libraries.js';
import { peerLines, scriptLines } from '../frame/processes.js';
import type { ComputeRow } from './rows.js';

/** What a process says of a row's work. */
export interface Ran extends Measured {
  /** Least milliseconds of processor time for one unit. */
  cpu: number;
  readonly compileSeconds?: number;
  readonly compileCpuSeconds?: number;
  readonly operationsPerExample?: number;
  /** Operations per second of a matrix multiplication. */
  readonly peak?: number;
}

export interface Compared extends Pick<ComputeRow, 'work' | 'unit'> {
  readonly threads: number;
  readonly split: { readonly intra: number; readonly inter: number };
  readonly compiled: Ran;
  readonly eager: Ran | undefined;
  readonly peers: Readonly<Record<string, Ran>>;
}

const SECONDS = 240;

const addRan = (before: Ran | undefined, round: Ran): Ran => ({
  ...addRound(before, round),
  cpu: Math.min(before?.cpu ?? Number.POSITIVE_INFINITY, round.cpu),
});

/**
 * Ours and the peers in turn, `rounds` times. The first round tries every way that a peer has, the others repeat its fastest. Each
 * runs in a process of its own, because thread counts are fixed per process.
 */
export function compare(
  { work, unit, kind }: ComputeRow,
  threads: number,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Compared {
  const split = threadsFor(kind, threads);
  const ours = (mode: 'compiled' | 'eager', time: number): Ran => {
    const asked = [work, split.intra, split.inter, mode, time];
    const [line] = scriptLines<Ran>(new URL('ours.ts', import.meta.url), asked, SECONDS);
    if (!line) throw new Error('nothing was measured');
    return line;
  };
  const peer = (script: string, asked: readonly (string | number)[]) =>
    peerLines<Ran & { way: string }>(new URL(`peers/${script}`, import.meta.url), asked, SECONDS);
  const isRate = unit.endsWith('/s');
  const peers: Record<string, Ran> = {};
  let compiled: Ran | undefined;
  let eager: Ran | undefined;
  for (let round = 0; round < (isRate ? 1 : rounds); round++) {
    compiled = addRan(compiled, ours('compiled', seconds));
    if (isRate) break;
    eager ??= ours('eager', seconds / 2);
    const torch = Object.entries(peers).filter(([way]) => way.startsWith('PyTorch'));
    const only = fastestOf(Object.fromEntries(torch))?.[0];
    const found = hasLibrary('torch')
      ? peer('torch_peer.py', [work, threads, seconds, ...(only ? [only] : [])])
      : [];
    if (work === 'mlp-epoch' && round === 0 && hasLibrary('tensorflow'))
      found.push(...peer('keras_peer.py', [threads]));
    for (const { way, ...line } of found) peers[way] = addRan(peers[way], line);
  }
  if (!compiled) throw new Error('nothing was measured');
  return { work, unit, threads, split, compiled, eager, peers };
}
