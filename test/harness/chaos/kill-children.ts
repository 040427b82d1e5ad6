import { readFileSync } from 'node:fs';

/** Kills all processes that a worker has started, by the worker's name. */
export function killChildren(worker: string): void {
  const pid = Number(worker.split(':').at(-1));
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  for (const child of children.filter(Boolean)) kill(Number(child));
}

/** It may have ended just now. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
