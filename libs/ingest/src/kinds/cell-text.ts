/** A value of a typed format as the text of a cell; nothing for a missing one. */
export function cellTextOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'bigint'
      ? String(inner)
      : ArrayBuffer.isView(inner)
        ? `${inner.byteLength} bytes`
        : inner,
  );
}
