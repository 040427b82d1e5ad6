import { count, type Packed } from '@kshot/fewshot';

/** Arrays of the same height side by side. */
export function besides(parts: readonly Packed[]): Packed {
  const rows = parts[0]?.shape.length === 1 ? 1 : (parts[0]?.shape[0] ?? 0);
  const widths = parts.map(({ shape }) => shape.at(-1) as number);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const shape = parts[0]?.shape.length === 1 ? [width] : [rows, width];
  const values = new Float32Array(count(shape));
  let offset = 0;
  for (const [k, part] of parts.entries()) {
    const own = widths[k] as number;
    for (let i = 0; i < rows; i++)
      values.set(part.values.subarray(i * own, (i + 1) * own) as Float32Array, i * width + offset);
    offset += own;
  }
  return { shape, values };
}
