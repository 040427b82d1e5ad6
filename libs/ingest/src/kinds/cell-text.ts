/** A value of a typed format as the text of a cell; nothing for a missing one. */
export function cellTextOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  const single = onlyScalar(value);
  if (single !== undefined) return cellTextOf(single);
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'bigint'
      ? String(inner)
      : ArrayBuffer.isView(inner)
        ? `${inner.byteLength} bytes`
        : inner,
  );
}

/** What a list of one item, or an object of one value, holds: programs often wrap a single class so. */
function onlyScalar(value: unknown): unknown {
  const values = Object.values(value as object);
  const [first] = values;
  return values.length === 1 && (typeof first !== 'object' || first === null) ? first : undefined;
}
