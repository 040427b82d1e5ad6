import { DomainError, type ModelManifest } from '@kshot/domain';
import {
  encodeExamples,
  type NumberColumn,
  type NumberReading,
  type Packed,
  type RawExamples,
  type TableColumn,
  type TableInput,
} from '@kshot/fewshot';
import { readCategoryCell, readNumberCell } from '../columns/read-cell.js';
import { writeCell } from '../columns/write-cell.js';
import { decodeImage } from '../pictures/decode-image.js';
import type { RawInput } from './raw-input.js';

/** New examples as the model's network sees them, by the same path that its training data took. */
export async function encodeInputs(
  manifest: ModelManifest,
  inputs: readonly RawInput[],
  nameOf = numbered,
): Promise<Packed> {
  const rows = [...inputs.keys()];
  return encodeExamples(manifest.input, await inputExamples(manifest, inputs, nameOf), rows);
}

const numbered = (index: number): string => `Input ${index + 1}`;
const isRejected = (one: PromiseSettledResult<void>): one is PromiseRejectedResult =>
  one.status === 'rejected';

/** New examples as methods read them. */
export async function inputExamples(
  { input, source }: ModelManifest,
  inputs: readonly RawInput[],
  nameOf = numbered,
): Promise<RawExamples> {
  switch (input.modality) {
    case 'TEXT':
      return { modality: 'TEXT', texts: inputs.map((raw) => ('text' in raw ? raw.text : '')) };
    case 'TABLE':
      return { modality: 'TABLE', columns: tableColumns(input, inputs) };
    case 'IMAGE': {
      const shape = source ?? input;
      const size = shape.height * shape.width * shape.channels;
      const pixels = new Uint8Array(size * inputs.length);
      const decoded = inputs.map(async (raw, i) => {
        if ('image' in raw) pixels.set(await decodeImage(raw.image, shape, nameOf(i)), i * size);
      });
      for (const { reason } of (await Promise.allSettled(decoded)).filter(isRejected)) throw reason;
      return { modality: 'IMAGE', images: { ...shape, pixels } };
    }
  }
}

/** Cells as numbers and categories. Throws BAD_INPUT for an unknown column and for a cell that is not a number. */
export function tableColumns(spec: Pick<TableInput, 'columns'>, inputs: readonly RawInput[]): TableColumn[] {
  const rows = inputs.map(
    (raw) => new Map('row' in raw ? raw.row.map(({ column, value }) => [column, value]) : []),
  );
  assertKnown(spec, rows);
  return spec.columns.map((column): TableColumn => {
    const cells = rows.map((row) => row.get(column.name) ?? null);
    if (column.kind === 'NUMBER') {
      return {
        kind: 'NUMBER',
        name: column.name,
        offset: column.offset,
        values: Float32Array.from(cells, (cell) => numberIn(cell, column) - (column.offset ?? 0)),
      };
    }
    const values = Int32Array.from(cells, (cell) => {
      const category = cell === null ? null : readCategoryCell(cell);
      return category === null ? -1 : column.categories.indexOf(category);
    });
    return { kind: 'CATEGORY', name: column.name, categories: column.categories, values };
  });
}

function numberIn(cell: string | null, { name, reading, mean, offset = 0 }: NumberColumn): number {
  if (cell === null) return Number.NaN;
  const value = readNumberCell(cell, reading) ?? isoDateIn(cell, reading);
  if (value !== undefined) return value;
  throw new DomainError(
    'BAD_INPUT',
    `Column "${name}" needs a ${reading?.as === 'DATE' ? 'date' : 'number'} such as ${writeCell(mean + offset, reading)}, not "${cell.slice(0, 40)}".`,
  );
}

/** Whatever the order of the file, a date may also be written as rows of examples show it. */
const isoDateIn = (cell: string, reading: NumberReading | undefined): number | undefined =>
  reading?.as === 'DATE' ? readNumberCell(cell, { as: 'DATE', order: 'YMD' }) : undefined;

function assertKnown(spec: Pick<TableInput, 'columns'>, rows: readonly Map<string, string | null>[]): void {
  const known = new Set(spec.columns.map(({ name }) => name));
  const stray = rows.flatMap((row) => [...row.keys()]).find((name) => !known.has(name));
  if (stray !== undefined)
    throw new DomainError(
      'BAD_INPUT',
      `The model has no column "${stray}". Its columns are: ${[...known].slice(0, 20).join(', ')}.`,
    );
}
