const PIECE = 256 * 1024;

/** Bytes in pieces. A stream of the file's handle itself would leave a listener on it, for each entry. */
export async function* pieces(
  readAt: (at: number, length: number) => Promise<Buffer>,
  start: number,
  length: number,
): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += PIECE) yield await readAt(start + at, Math.min(PIECE, length - at));
}
