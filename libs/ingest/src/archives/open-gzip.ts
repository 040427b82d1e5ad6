import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { DomainError, isDiskFull, limits } from '@kshot/domain';
import { tooLarge } from './entry-limits.js';

/** Opens what a gzip file holds, from a temporary file that is deleted with it. Throws DATA_FORMAT or DATA_TOO_LARGE. */
export async function openGzip<Opened extends { close(): Promise<void> }>(
  file: string,
  open: (unpacked: string) => Promise<Opened>,
): Promise<Opened> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kshot-import-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const opened = await open(await unpacked(file, folder));
    return { ...opened, close: () => opened.close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function unpacked(file: string, folder: string): Promise<string> {
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
  const whole = path.join(folder, 'unpacked');
  try {
    await pipeline(createReadStream(file), createGunzip(), measure, createWriteStream(whole));
    return whole;
  } catch (error) {
    if (error instanceof DomainError || isDiskFull(error)) throw error;
    throw new DomainError('DATA_FORMAT', 'The gzip file is damaged or incomplete. Pack it again.');
  }
}
