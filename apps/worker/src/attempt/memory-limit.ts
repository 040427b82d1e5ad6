import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { settings } from '../settings.js';

const LOOK_EVERY = 200; // milliseconds
const PAGE = 4096; // bytes

/** Bytes of memory that a process holds; undefined where the system does not tell. */
function residentBytes(pid: number | undefined): number | undefined {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
    return Number(pages) * PAGE;
  } catch {
    return undefined; // another system than Linux, or the process has just ended
  }
}

/** What a process may hold that waits for its next task, in bytes. */
const AT_REST = Math.min(512 * 1024 ** 2, settings.taskMemoryBytes / 4);

/** Whether a process holds little enough to take another task. Where the system does not tell, it does not. */
export const holdsLittle = (child: ChildProcess): boolean =>
  (residentBytes(child.pid) ?? Infinity) <= AT_REST;

/** Ends a child that takes more memory than a task may, before the system ends something else. */
export function watchMemory(child: ChildProcess): { stop(): void; exceeded(): number | undefined } {
  let most: number | undefined;
  const timer = setInterval(() => {
    const bytes = residentBytes(child.pid);
    if (bytes === undefined || bytes <= settings.taskMemoryBytes) return;
    most = bytes;
    child.kill('SIGKILL');
  }, LOOK_EVERY);
  timer.unref();
  return { stop: () => clearInterval(timer), exceeded: () => most };
}
