const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** Bytes with three significant digits in binary units: 71688 → "70.0 KiB". */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? size : Number(size).toPrecision(size >= 1000 ? 4 : 3)} ${UNITS[unit]}`;
}
