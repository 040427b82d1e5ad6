import type { NumberReading } from '@kshot/fewshot';
import type { PackReader } from './pack-reader.js';

/** A cell of a row, as it was most likely written. */
export interface Cell {
  readonly column: string;
  readonly value: string | null;
}

export async function textOf(pack: PackReader, index: number): Promise<string | null> {
  if (pack.manifest.modality !== 'TEXT') return null;
  return new TextDecoder().decode(await pack.utf8(index));
}

export async function cellsOf(pack: PackReader, index: number): Promise<Cell[] | null> {
  const { modality, columns = [] } = pack.manifest;
  if (modality !== 'TABLE') return null;
  return Promise.all(
    columns.map(async (column, i) => {
      if (column.kind === 'TEXT') {
        const text = new TextDecoder().decode(await pack.utf8(index, i));
        return { column: column.name, value: text || null };
      }
      const [value] = await pack.rows(`column:${i}`, index, index + 1);
      if (column.kind === 'CATEGORY')
        return { column: column.name, value: column.categories[value!] ?? null };
      return { column: column.name, value: Number.isNaN(value) ? null : writtenNumber(value!, column) };
    }),
  );
}

/** The real number of a stored one, or the date that it stands for. */
function writtenNumber(
  value: number,
  { offset = 0, reading }: { offset?: number; reading?: NumberReading },
): string {
  if (reading?.as !== 'DATE') return offset === 0 ? shortNumber(value) : String(offset + value);
  const date = new Date(Math.round((value + offset) * 86_400) * 1000);
  return Number.isNaN(date.getTime())
    ? ''
    : date.toISOString().replace('T00:00:00.000Z', '').replace('.000Z', '');
}

/** A stored float32 as it was most likely written: 5.1, not 5.099999904632568. */
const shortNumber = (value: number): string => String(Number(value.toPrecision(7)));
