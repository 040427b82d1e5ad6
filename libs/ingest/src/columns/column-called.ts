import { DomainError } from '@kshot/domain';
import type { Table } from '../tables/table.js';
import { plainName } from './known-names.js';

/** The index of a column by its name in any case; where the table has no header, also by its first cell. Throws DATA_COLUMN. */
export function columnCalled(table: Table, name: string, what: string): number {
  const exact = table.names.indexOf(name);
  if (exact >= 0) return exact;
  const index = table.names.findIndex((each) => plainName(each) === plainName(name));
  if (index >= 0) return index;
  if (!table.header) {
    const byCell = table.columns.findIndex(
      (cells) => cells.length > 0 && plainName(cells.at(0)) === plainName(name),
    );
    if (byCell >= 0) return byCell;
  }
  throw new DomainError(
    'DATA_COLUMN',
    `There is no column "${name.slice(0, 80)}" with ${what}. The columns are: ${table.names.slice(0, 20).join(', ')}.${table.header ? '' : ' The first row looks like data, not like a header.'} Name the right one.`,
  );
}
