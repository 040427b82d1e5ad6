import type { RawExamples, TableColumn } from '@kshot/fewshot';

/** The chosen examples alone. */
export function rawRows(raw: RawExamples, rows: Int32Array): RawExamples {
  switch (raw.modality) {
    case 'TEXT':
      return { ...raw, texts: Array.from(rows, (row) => raw.texts[row] as string) };
    case 'TABLE':
      return { ...raw, columns: raw.columns.map((column) => columnRows(column, rows)) };
    case 'IMAGE': {
      const { height, width, channels, pixels } = raw.images;
      const each = height * width * channels;
      const chosen = new Uint8Array(rows.length * each);
      for (const [at, row] of rows.entries())
        chosen.set(pixels.subarray(row * each, (row + 1) * each), at * each);
      return { ...raw, images: { ...raw.images, pixels: chosen } };
    }
  }
}

function columnRows(column: TableColumn, rows: Int32Array): TableColumn {
  switch (column.kind) {
    case 'NUMBER':
      return { ...column, values: Float32Array.from(rows, (row) => column.values[row] as number) };
    case 'CATEGORY':
      return { ...column, values: rows.map((row) => column.values[row] as number) };
    case 'TEXT':
      return { ...column, values: Array.from(rows, (row) => column.values[row] as string) };
  }
}
