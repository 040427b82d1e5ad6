import { Readable } from 'node:stream';
import zlib from 'node:zlib';

/** Inflates piece by piece, no further than its reader asks for. */
export async function* inflatedPieces(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const raw = Readable.from(packed);
  const inflate = zlib.createInflateRaw({ chunkSize: 64 * 1024 });
  raw.on('error', (error) => inflate.destroy(error));
  raw.pipe(inflate);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } finally {
    raw.destroy();
    inflate.destroy();
  }
}

/** Whether bytes give something when they are inflated, so that what breaks later on is damage: anything else was never Deflate. */
export function beginsAsDeflate(packed: Buffer): boolean {
  const finishFlush = zlib.constants.Z_SYNC_FLUSH;
  for (let length = 4; length < 2 * packed.length; length *= 2) {
    try {
      const bytes = zlib.inflateRawSync(packed.subarray(0, length), {
        finishFlush,
        maxOutputLength: 8 << 20,
      });
      if (bytes.length > 0) return true;
    } catch {
      return false;
    }
  }
  return false;
}
