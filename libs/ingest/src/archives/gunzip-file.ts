import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { DomainError, limits } from '@kshot/domain';
import { tooLarge } from './entry-limits.js';

/** Unpacks a gzip file into a temporary one, which `remove` deletes. Throws DATA_FORMAT or DATA_TOO_LARGE. */
export async function gunzipFile(file: string): Promise<{ file: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kshot-import-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  let total = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      done(
        total > limits.archiveBytes ? tooLarge(`more than ${limits.archiveBytes} bytes unpacked`) : null,
        chunk,
      );
    },
  });
  const unpacked = path.join(folder, 'unpacked');
  try {
    await pipeline(createReadStream(file), createGunzip(), measure, createWriteStream(unpacked));
    return { file: unpacked, remove };
  } catch (error) {
    await remove();
    if (error instanceof DomainError) throw error;
    throw new DomainError(
      'DATA_FORMAT',
      `The gzip file is damaged or incomplete (${(error as Error).message}). Pack it again.`,
    );
  }
}
