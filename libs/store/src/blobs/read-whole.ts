import { open } from 'node:fs/promises';

const PIECE = 256 * 1024 ** 2;

/** All bytes of a file, also of one of more than 2 GiB, which readFile refuses. */
export async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = Buffer.from(new ArrayBuffer(size));
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(bytes, at, Math.min(PIECE, size - at), at);
      if (bytesRead === 0) throw new RangeError('The file ends too early.');
      at += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
