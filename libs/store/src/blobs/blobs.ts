import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readWhole } from './read-whole.js';
import { timeOfFiles } from './time-of-files.js';

export interface Stored {
  /** sha256 of the content, hex: its name. */
  readonly hash: string;
  readonly bytes: number;
}

/** Bytes under their own hash. A blob is there whole or not at all. */
export interface Blobs {
  readonly dir: string;
  write(source: Readable | Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Stored>;
  read(hash: string): Promise<Buffer>;
  stream(hash: string): Readable;
  path(hash: string): string;
  has(hash: string): Promise<boolean>;
  /** Milliseconds since 1970, by the clock that dates the files. */
  now(): Promise<number>;
  /** Hashes of the blobs that nobody has written since a time in milliseconds. */
  unchangedSince(time: number): AsyncGenerator<string>;
  /** For the collector alone: takes a blob out of reach unless it was written since; false when it is not there. */
  setAside(hash: string, time: number): Promise<boolean>;
  /** What a collector that was killed left set aside. */
  leftAside(): Promise<string[]>;
  /** Puts back what was set aside. */
  restore(hash: string): Promise<void>;
  /** Deletes what was set aside; gives its bytes. */
  discard(hash: string): Promise<number>;
  /** The bytes of each that there is, by hash. */
  sizes(): Promise<Map<string, number>>;
}

/** Opens the folder, which it makes where it is missing, and clears what a killed writer left half-written. */
export async function openBlobs(dir: string): Promise<Blobs> {
  const partial = path.join(dir, 'partial');
  const aside = path.join(dir, 'aside');
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await closeToOthers(dir);
  await mkdir(partial, { recursive: true });
  await removeStale(partial);
  const pathOf = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError(`No blob is called ${hash}.`);
    return path.join(dir, hash.slice(0, 2), hash);
  };
  return {
    dir,
    path: pathOf,
    read: (hash) => readWhole(pathOf(hash)),
    stream: (hash) => createReadStream(pathOf(hash)),
    has: async (hash) => (await stat(pathOf(hash)).catch(() => undefined)) !== undefined, // an error: not there
    now: () => timeOfFiles(partial),
    async *unchangedSince(time) {
      for (const folder of await readdir(dir)) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        for (const hash of await readdir(path.join(dir, folder)))
          if (/^[0-9a-f]{64}$/.test(hash) && (await writtenAt(pathOf(hash))) < time) yield hash;
      }
    },
    async setAside(hash, time) {
      await mkdir(aside, { recursive: true });
      const away = path.join(aside, hash);
      if ((await writtenAt(pathOf(hash))) >= time) return false;
      await rename(pathOf(hash), away);
      if ((await writtenAt(away)) < time) return true;
      await rename(away, pathOf(hash)); // written between the look and the move
      return false;
    },
    leftAside: () => readdir(aside).catch(() => []), // there is no such folder: nothing is aside
    restore: async (hash) => {
      const there = (await writtenAt(pathOf(hash))) < Number.POSITIVE_INFINITY;
      await (there ? rm(path.join(aside, hash)) : rename(path.join(aside, hash), pathOf(hash)));
    },
    async discard(hash) {
      const file = path.join(aside, hash);
      const { size } = await stat(file).catch(() => ({ size: 0 })); // it is gone
      await rm(file, { force: true });
      return size;
    },
    async sizes() {
      const all = new Map<string, number>();
      for (const folder of await readdir(dir)) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        const names = await readdir(path.join(dir, folder));
        await Promise.all(
          names.map((name) =>
            stat(path.join(dir, folder, name)).then(
              ({ size }) => all.set(name, size),
              () => undefined, // gone meanwhile
            ),
          ),
        );
      }
      return all;
    },
    async write(source) {
      const file = path.join(partial, randomUUID());
      const digest = createHash('sha256');
      let bytes = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          digest.update(chunk);
          bytes += chunk.length;
          done(null, chunk);
        },
      });
      try {
        await pipeline(source, measure, createWriteStream(file, { flush: true }));
        const hash = digest.digest('hex');
        await mkdir(path.dirname(pathOf(hash)), { recursive: true });
        await rename(file, pathOf(hash));
        return { hash, bytes };
      } catch (error) {
        await rm(file, { force: true });
        throw error;
      }
    },
  };
}

/** What is stored is not for other users of the machine; a group that was let in stays. Whose folder it is not cannot change it. */
async function closeToOthers(dir: string): Promise<void> {
  const { mode } = await stat(dir);
  if (mode & 0o007)
    await chmod(dir, mode & 0o770).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPERM') throw error;
    });
}

/** Milliseconds since 1970; infinite for what is not there. */
const writtenAt = async (file: string): Promise<number> =>
  (await stat(file).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY; // an error: not there

const HOUR = 3_600_000;

/** Other processes may be writing: only what nobody has touched for an hour goes. */
async function removeStale(partial: string): Promise<void> {
  const before = (await timeOfFiles(partial)) - HOUR;
  for (const name of await readdir(partial)) {
    const file = path.join(partial, name);
    if ((await writtenAt(file)) < before) await rm(file, { force: true });
  }
}
