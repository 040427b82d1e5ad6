import type { ImportRequest } from '@kshot/domain';
import type { Cells } from '../tables/cells.js';
import type { Table } from '../tables/table.js';
import { type Profile, profileColumn } from './profile-column.js';

/** The columns of a table. Dates that can be read both ways are read as asked for, else as the other dates of the table, else with the day first. */
export function profileColumns(table: Table, { dateOrder }: ImportRequest): Profile[] {
  const profile = (cells: Cells, monthFirst: boolean) =>
    profileColumn(cells, table.semicolons, monthFirst ? 'MDY' : 'DMY');
  const profiles = table.columns.map((cells) => profile(cells, dateOrder === 'MONTH_FIRST'));
  if (dateOrder !== undefined) return profiles;
  const sure = profiles.flatMap(({ reading, bothOrders }) =>
    reading?.as === 'DATE' && !bothOrders ? [reading.order] : [],
  );
  if (!sure.includes('MDY') || sure.includes('DMY')) return profiles;
  return profiles.map((own, i) => (own.bothOrders ? profile(table.columns[i] as Cells, true) : own));
}
