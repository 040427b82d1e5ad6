/** Numbers as signed bytes of one scale, in base64: the largest becomes 127. */
export function writtenBytes(values: Float64Array): string {
  const most = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  const bytes = Uint8Array.from(values, (value) => Math.round((127 * value) / most) & 255);
  return btoa(String.fromCharCode(...bytes));
}

export const readBytes = (written: string): Float64Array =>
  Float64Array.from(atob(written), (letter) => (letter.charCodeAt(0) << 24) >> 24);
