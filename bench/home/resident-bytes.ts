import { readFileSync } from 'node:fs';

/** Bytes of memory that a process holds; 0 where it has just ended. */
export function residentBytes(pid: number | string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}
