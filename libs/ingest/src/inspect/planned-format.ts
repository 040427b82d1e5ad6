import type { ImportPlan } from '@kshot/domain';
import type { TablePlan } from '../columns/plan-table.js';
import type { Table } from '../tables/table.js';

type PlannedFormat = Pick<ImportPlan, 'sheets' | 'sheet' | 'delimiter' | 'dateOrder'>;

/** Of what is not a table. */
export const noFormat: PlannedFormat = { sheets: [], sheet: null, delimiter: null, dateOrder: null };

/** How a table was read, where it could be read in another way too. */
export function plannedFormat({ format }: Table, plan: TablePlan | null): PlannedFormat {
  const both = plan?.columns.find(
    ({ role, why, profile }) => role === 'DATE' && why === null && profile.bothOrders,
  );
  const reading = both?.profile.reading;
  return {
    sheets: [...(format?.sheets ?? [])],
    sheet: format?.sheet ?? null,
    delimiter: format?.delimiter ?? null,
    dateOrder: reading?.as === 'DATE' ? (reading.order === 'MDY' ? 'MONTH_FIRST' : 'DAY_FIRST') : null,
  };
}
