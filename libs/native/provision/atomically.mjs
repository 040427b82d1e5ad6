import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Builds a directory under a temporary name and renames it into place when `fill` has returned, so that whoever
 * finds `target` finds it whole. Loses gracefully against another process that was faster.
 * @param {string} target
 * @param {(directory: string) => Promise<void> | void} fill
 */
export async function directoryAtomically(target, fill) {
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  sweep(dirname(target));
  const unfinished = join(dirname(target), `unfinished-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(unfinished);
  try {
    await fill(unfinished);
    try {
      renameSync(unfinished, target);
    } catch (error) {
      if (!existsSync(target)) throw error;
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * Writes a file that readers see either not at all or whole.
 * @param {string} target
 * @param {string | Buffer} content
 */
export function fileAtomically(target, content) {
  mkdirSync(dirname(target), { recursive: true });
  const unfinished = join(
    dirname(target),
    `.${basename(target)}-${process.pid}-${randomBytes(4).toString('hex')}`,
  );
  writeFileSync(unfinished, content);
  renameSync(unfinished, target);
}

/** Removes what processes that are gone left unfinished. @param {string} directory */
function sweep(directory) {
  for (const name of readdirSync(directory)) {
    const pid = /^unfinished-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(directory, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
