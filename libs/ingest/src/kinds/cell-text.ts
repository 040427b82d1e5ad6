/** A value of a typed format as the text of a cell; nothing for a missing one. What stands alone in a list or an object is the value itself. */
export function cellTextOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  const inner = Array.isArray(value) ? value : Object.values(value);
  if (inner.length === 0) return '';
  if (inner.length === 1) return cellTextOf(inner[0]);
  return JSON.stringify(value, (_, each) =>
    typeof each === 'bigint' ? String(each) : ArrayBuffer.isView(each) ? `${each.byteLength} bytes` : each,
  );
}
