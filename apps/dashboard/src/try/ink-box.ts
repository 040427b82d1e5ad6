/** Ink of a drawing: `values` row by row, 0 (paper) to 1 (ink). */
export type Ink = { width: number; height: number; values: Float32Array };

export type Box = { left: number; top: number; width: number; height: number };

/** The smallest box around the ink; null for a blank sheet. */
export function inkBox({ width, height, values }: Ink): Box | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((values[y * width + x] ?? 0) <= 0.1) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/**
 * The drawing as `side` by `side` grey values 0…`most`: its box is stretched to the full height (or width, if
 * that is larger), centred, and each cell is the share of ink in it, as the 8x8 digits were made from scans.
 */
export function inkCells(ink: Ink, side: number, most: number): number[] | null {
  const box = inkBox(ink);
  if (!box) return null;
  const span = Math.max(box.width, box.height);
  const left = box.left - (span - box.width) / 2;
  const top = box.top - (span - box.height) / 2;
  const samples = Math.max(4, Math.ceil(span / side));
  return Array.from({ length: side * side }, (_, cell) => {
    let sum = 0;
    for (let row = 0; row < samples; row += 1) {
      for (let column = 0; column < samples; column += 1) {
        const x = Math.floor(left + (((cell % side) + (column + 0.5) / samples) * span) / side);
        const y = Math.floor(top + ((Math.floor(cell / side) + (row + 0.5) / samples) * span) / side);
        if (x >= 0 && y >= 0 && x < ink.width && y < ink.height) sum += ink.values[y * ink.width + x] ?? 0;
      }
    }
    return Math.round((sum / samples ** 2) * most);
  });
}
