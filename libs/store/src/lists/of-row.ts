import { assertId } from '../rows/find-rows.js';
import type { Table } from '../rows/tables.js';

/** The condition of a list that shows what belongs to one row; none where none is named. Throws NOT_FOUND for what is no id. */
export function ofRow<K extends string>(
  table: Table,
  column: K,
  id: string | null | undefined,
): { [column in K]?: string } {
  if (id == null) return {};
  assertId(table, id);
  return { [column]: id } as { [column in K]?: string };
}

/** The condition of a list that shows one project, or all where none is named. */
export const ofProject = (id: string | null | undefined) => ofRow('project', 'projectId', id);

/** The same with what was shipped, which is used in every project. */
export const ofProjectOrShipped = (id: string | null | undefined) =>
  id == null ? {} : { AND: { OR: [ofProject(id), { shipped: true }] } };

/** The condition of a list that shows what was made of one data set. */
export const ofDataSet = (id: string | null | undefined) =>
  id == null ? {} : { version: ofRow('dataSet', 'dataSetId', id) };
