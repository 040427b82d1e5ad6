import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@kshot/domain';
import type { Blobs, Stored } from './blobs.js';

const partOf = ({ dir }: Blobs, id: string): string => path.join(dir, 'partial', `${id}.part`);
/** 0 where there is no such file. */
const bytesOf = async (file: string): Promise<number> => (await stat(file).catch(() => undefined))?.size ?? 0;

/** How many bytes of an upload that broke off are kept. */
export const keptBytes = (blobs: Blobs, id: string): Promise<number> => bytesOf(partOf(blobs, id));

/** Forgets what came of an upload. */
export const dropPart = (blobs: Blobs, id: string): Promise<void> => rm(partOf(blobs, id), { force: true });

/** Puts what comes behind the first `offset` kept bytes, and makes a blob of the whole. Where the source breaks off, what came is kept; of one that is too long only what was there before. */
export async function receivePart(
  blobs: Blobs,
  id: string,
  offset: number,
  source: Readable | AsyncIterable<Uint8Array>,
): Promise<Stored> {
  const part = partOf(blobs, id);
  // From the start, a file of its own: two senders at once must not write into each other.
  const file = offset > 0 ? part : path.join(blobs.dir, 'partial', `${id}.${randomUUID()}`);
  const digest = createHash('sha256');
  if (offset > 0) {
    await truncate(file, offset);
    for await (const chunk of createReadStream(file)) digest.update(chunk as Buffer);
  }
  let bytes = offset;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  let broken: unknown;
  /** Ends where the source breaks, so that all that came is written. */
  async function* untilBroken() {
    try {
      yield* source;
    } catch (error) {
      broken = error;
    }
  }
  try {
    const flags = offset > 0 ? 'r+' : 'w';
    await pipeline(untilBroken, measure, createWriteStream(file, { flags, start: offset, flush: true }));
    if (broken) throw broken;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'DATA_TOO_LARGE')
      await (file === part ? truncate(part, offset) : rm(file, { force: true }));
    else if (file !== part) await keepLonger(file, part);
    throw error;
  }
  const hash = digest.digest('hex');
  await mkdir(path.dirname(blobs.path(hash)), { recursive: true });
  await rename(file, blobs.path(hash));
  return { hash, bytes };
}

async function keepLonger(file: string, part: string): Promise<void> {
  const longer = (await bytesOf(file)) > (await bytesOf(part));
  await (longer ? rename(file, part) : rm(file, { force: true }));
}
