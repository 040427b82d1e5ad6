import { readdirSync, readFileSync } from 'node:fs';
import { residentBytes } from '../home/resident-bytes.js';

/** Bytes that the children of a process hold which run a script of this name, together. */
export function bytesOfChildren(parent: number, script: string): number {
  let bytes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (parentOf(pid) === parent && read(pid, 'cmdline').includes(script)) bytes += residentBytes(pid);
  }
  return bytes;
}

/** What a process says of itself; empty where it has just ended. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // Processes come and go while they are listed.
  }
}

/** The name of a program stands in parentheses before the state and the parent. */
const parentOf = (pid: string): number =>
  Number(
    read(pid, 'stat')
      .replace(/^.*\) /s, '')
      .split(' ')[1],
  );
