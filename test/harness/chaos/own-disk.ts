import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmdirSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file system of its own, in memory, that can be full. */
export interface OwnDisk {
  readonly dir: string;
  /** Leaves no room: what is there can be read and deleted, and nothing can be written. */
  fill(): void;
  free(): void;
  remove(): void;
}

const SIZE = 4 * 1024 ** 3; // bytes; only those that are used are taken from memory

const mount = (...args: string[]) => execFileSync('mount', args, { stdio: ['ignore', 'ignore', 'pipe'] });

/** Null where no file system may be mounted: that needs Linux and root. */
export function ownDisk(): OwnDisk | null {
  const dir = mkdtempSync(path.join(tmpdir(), 'kshot-disk-'));
  chmodSync(dir, 0o755);
  try {
    mount('-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'tmpfs', dir);
  } catch {
    rmdirSync(dir); // the caller says that it goes without
    return null;
  }
  const resize = (bytes: number) => mount('-o', `remount,size=${bytes}`, dir);
  const used = (): number => {
    const { blocks, bfree, bsize } = statfsSync(dir);
    return (blocks - bfree) * bsize;
  };
  return {
    dir,
    /** Somebody may write between the look and the remount, which is refused then. */
    fill() {
      for (let tries = 0; ; tries++) {
        try {
          return void resize(used());
        } catch (error) {
          if (tries === 20) throw error;
        }
      }
    },
    free: () => void resize(SIZE),
    remove() {
      execFileSync('umount', ['--lazy', dir]);
      rmdirSync(dir);
    },
  };
}
