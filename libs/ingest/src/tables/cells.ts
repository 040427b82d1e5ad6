/** The cells of one column, as bytes (up to 4 GiB): millions of short strings would take many times the memory. */
export interface Cells extends Iterable<string> {
  readonly length: number;
  at(row: number): string;
  push(cell: string): void;
}

export function newCells(): Cells {
  let bytes = Buffer.allocUnsafe(4096);
  let ends = new Uint32Array(512);
  let used = 0;
  let length = 0;
  const at = (row: number): string => bytes.toString('utf8', row === 0 ? 0 : ends[row - 1], ends[row]);
  return {
    get length() {
      return length;
    },
    at,
    push(cell) {
      if (used + 3 * cell.length > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(Math.ceil(1.6 * bytes.length), used + 3 * cell.length));
        bytes.copy(larger, 0, 0, used);
        bytes = larger;
      }
      if (length === ends.length) {
        const larger = new Uint32Array(Math.ceil(1.6 * length));
        larger.set(ends);
        ends = larger;
      }
      used += bytes.write(cell, used);
      ends[length++] = used;
    },
    *[Symbol.iterator]() {
      for (let row = 0; row < length; row++) yield at(row);
    },
  };
}
