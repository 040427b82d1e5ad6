/** Whether bytes begin with a text or a list of bytes, at an offset. */
export const startsWith =
  (signature: string | readonly number[], at = 0) =>
  (head: Buffer): boolean => {
    const wanted = typeof signature === 'string' ? Buffer.from(signature, 'latin1') : Buffer.from(signature);
    return head.subarray(at, at + wanted.length).equals(wanted);
  };

/** Whether an ISO media file has one of these brands: AVIF, HEIC. */
export const hasBrand =
  (...brands: readonly string[]) =>
  (head: Buffer): boolean => {
    if (!startsWith('ftyp', 4)(head)) return false;
    const size = Math.min(head.readUInt32BE(0), head.length);
    for (let at = 8; at + 4 <= size; at += 4)
      if (brands.includes(head.toString('latin1', at, at + 4))) return true;
    return false;
  };
