import type { PackReader } from '@kshot/store';
import type { Cell } from './example.type.js';

export async function textOf(pack: PackReader, index: number): Promise<string | null> {
  if (pack.manifest.modality !== 'TEXT') return null;
  const [from, to] = await pack.rows('offsets', index, index + 2);
  const bytes = await pack.rows('utf8', from!, to!);
  return new TextDecoder().decode(bytes);
}

export async function cellsOf(pack: PackReader, index: number): Promise<Cell[] | null> {
  const { modality, columns = [] } = pack.manifest;
  if (modality !== 'TABLE') return null;
  return Promise.all(
    columns.map(async (column, i) => {
      const [value] = await pack.rows(`column:${i}`, index, index + 1);
      if (column.kind === 'CATEGORY')
        return { column: column.name, value: column.categories[value!] ?? null };
      return { column: column.name, value: Number.isNaN(value) ? null : shortNumber(value!) };
    }),
  );
}

/** A stored float32 as it was most likely written: 5.1, not 5.099999904632568. */
const shortNumber = (value: number): string => String(Number(value.toPrecision(7)));
