import { DomainError, type ModelManifest } from '@kshot/domain';
import { encodeExamples, type Packed, type RawExamples, type TableColumn } from '@kshot/fewshot';
import type { AskedColumn } from '../columns/kinds/column-kind.js';
import { columnKind } from '../columns/kinds/column-kinds.js';
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
      return { modality: 'TABLE', columns: tableColumns(input.columns, inputs) };
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

/** Cells as the kinds of their columns read them. Throws BAD_INPUT for an unknown column and for a cell that is not a number. */
export function tableColumns(columns: readonly AskedColumn[], inputs: readonly RawInput[]): TableColumn[] {
  const rows = inputs.map(
    (raw) => new Map('row' in raw ? raw.row.map(({ column, value }) => [column, value]) : []),
  );
  assertKnown(columns, rows);
  return columns.map((column) =>
    columnKind(column).read(
      column,
      rows.map((row) => row.get(column.name) ?? null),
    ),
  );
}

function assertKnown(columns: readonly AskedColumn[], rows: readonly Map<string, string | null>[]): void {
  const known = new Set(columns.map(({ name }) => name));
  const stray = rows.flatMap((row) => [...row.keys()]).find((name) => !known.has(name));
  if (stray !== undefined)
    throw new DomainError(
      'BAD_INPUT',
      `The model has no column "${stray}". Its columns are: ${[...known].slice(0, 20).join(', ')}.`,
    );
}
