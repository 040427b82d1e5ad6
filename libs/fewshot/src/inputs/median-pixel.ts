/**
 * The middle value of the bytes 0…255 of all pictures, of which half are no larger: the paper of drawings, a mid tone of
 * photos. 0 of none.
 */
export function medianPixel(pictures: Iterable<Uint8Array>): number {
  const counts = new Float64Array(256);
  let total = 0;
  for (const pixels of pictures) {
    for (const pixel of pixels) counts[pixel] = (counts[pixel] as number) + 1;
    total += pixels.length;
  }
  let below = 0;
  return counts.findIndex((count) => {
    below += count;
    return 2 * below >= total;
  });
}
