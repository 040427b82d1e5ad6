import { randomUUID } from 'node:crypto';
import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Now, in milliseconds, by the clock that dates the files of a folder: that of this process may be set forward, and new files
 * look old. Where the disk has no room for a name, the time of the last one: what is written since counts as new.
 */
export async function timeOfFiles(dir: string): Promise<number> {
  const file = path.join(dir, `clock-${randomUUID()}`);
  try {
    await writeFile(file, '');
    return (await stat(file)).mtimeMs;
  } catch {
    return (await stat(dir)).mtimeMs; // no room
  } finally {
    await rm(file, { force: true });
  }
}
