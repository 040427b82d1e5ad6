import { readFileSync } from 'node:fs';
import { killProcess } from './kill-process.js';

/** Kills all processes that a worker has started, by the worker's name. */
export function killChildren(worker: string): void {
  const pid = Number(worker.split(':').at(-1));
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  for (const child of children.filter(Boolean)) killProcess(Number(child));
}
