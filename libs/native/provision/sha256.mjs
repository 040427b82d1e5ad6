import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The sha256 of a file in hexadecimal, read as a stream. @param {string} path @returns {Promise<string>} */
export async function sha256(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}
