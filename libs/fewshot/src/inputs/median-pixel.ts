/**
 * The middle value of bytes 0…255, of which half are no larger: the paper of drawings, a mid tone of photos. 0 of none.
 */
export function medianPixel(pixels: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const pixel of pixels) counts[pixel] = (counts[pixel] as number) + 1;
  let below = 0;
  for (const [value, count] of counts.entries()) {
    below += count;
    if (2 * below >= pixels.length) return pixels.length === 0 ? 0 : value;
  }
  return 0;
}
