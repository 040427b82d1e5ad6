import type { Store } from '../open-store.js';
import type { Row, WithId } from '../rows/tables.js';
import { type ListOrder, newestFirst } from './keyset.js';
import { type ListRange, listRows, type RowPage } from './list-rows.js';

/** A list of the rows with these values, the newest first unless another order is asked for. */
export const listBy = <T extends WithId>(
  store: Store,
  table: T,
  range: ListRange,
  where: Partial<Row<T>>,
  order: ListOrder = newestFirst,
): Promise<RowPage<Row<T>>> => listRows(store, table, range, { where, order, whole: table === 'finding' });
