import type { PackArray, PackColumn } from '@kshot/domain';
import { columnKind } from '../columns/kinds/column-kinds.js';

/** The columns with figures of the first `count` stored rows; readings, offsets and categories stay. */
export const describeColumns = (
  columns: readonly PackColumn[],
  arrays: Readonly<Record<string, PackArray>>,
  count: number,
): PackColumn[] => columns.map((column, index) => columnKind(column).describe(column, arrays, index, count));
