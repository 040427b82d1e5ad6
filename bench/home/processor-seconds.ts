import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Seconds that a process has had a core so far, in the kernel too. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
