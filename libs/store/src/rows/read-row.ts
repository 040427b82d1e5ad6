import { DomainError } from '@kshot/domain';
import { type Row, type Table, tables } from './tables.js';

/** A row as it is known outside. Throws CONFLICT where it was stored in a form that cannot be read. */
export function readRow<T extends Table>(table: T, row: object): Row<T> {
  const { what, read } = tables[table];
  try {
    return (read as (row: object) => Row<T>)(row);
  } catch (cause) {
    const { id = '' } = row as { id?: string };
    throw Object.assign(
      new DomainError(
        'CONFLICT',
        `The ${what} ${id} is stored in a form that this version of Kshot cannot read. Open it with the version that wrote it.`,
      ),
      { cause },
    );
  }
}
