import { readFile } from 'node:fs/promises';

/** Memory that a process occupies now; 0 where the system does not say. */
export async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''); // it has ended, or this is no Linux
  return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
}
