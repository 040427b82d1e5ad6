/** The chosen examples alone. */
export function rawRows(raw, rows) {
  switch (raw.modality) {
    case 'TEXT':
      return { ...raw, texts: Array.from(rows, (row) => raw.texts[row]) };
    case 'TABLE':
      return {
        ...raw,
        columns: raw.columns.map((column) => ({
          ...column,
          values: column.values.constructor.from(rows, (row) => column.values[row]),
        })),
      };
    default: {
      const { height, width, channels, pixels } = raw.images;
      const each = height * width * channels;
      const chosen = new Uint8Array(rows.length * each);
      for (const [at, row] of rows.entries())
        chosen.set(pixels.subarray(row * each, (row + 1) * each), at * each);
      return { ...raw, images: { ...raw.images, pixels: chosen } };
    }
  }
}
