import { log } from '@kshot/domain';
import type { Store } from '../open-store.js';
import { queryOf } from '../rows/query.js';
import { readRow } from '../rows/read-row.js';
import type { Row, WithId } from '../rows/tables.js';
import { assertRange } from './assert-range.js';
import { behind, cursorOf, type ListOrder, orderBy } from './keyset.js';

/** Which rows of a list are wanted. */
export interface ListRange {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly skip?: number;
}

/** A page of rows; those that cannot be read are left out. */
export interface RowPage<R> {
  readonly items: readonly { readonly cursor: string; readonly row: R }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Rows in the whole list; of lists that may be long, 10,001 means more than 10,000. */
  count(): Promise<number>;
}

/** Items of long lists that are counted. */
const MOST_COUNTED = 10_000;

interface Listing {
  readonly where: object;
  readonly order: ListOrder;
  /** Columns that are not read. */
  readonly omit?: object;
  /** Counts all, however many. */
  readonly whole?: boolean;
  /** Reads the first rows in another way. */
  readonly head?: (take: number) => Promise<{ readonly id?: string }[]>;
}

/** Reads one row more than asked for, to know whether a next page exists. */
export async function listRows<T extends WithId>(
  store: Store,
  table: T,
  { first, after, skip = 0 }: ListRange,
  { where, order, omit, whole = false, head }: Listing,
): Promise<RowPage<Row<T>>> {
  assertRange({ first, skip });
  const query = queryOf(store, table);
  const from = after ? { AND: [where, behind(table, order, after)] } : where;
  const rows =
    head && !after && skip === 0
      ? await head(first + 1)
      : await query.findMany({
          where: from,
          orderBy: orderBy(order),
          take: first + 1,
          skip,
          ...(omit ? { omit } : {}),
        });
  return {
    items: rows.slice(0, first).flatMap((row) => {
      try {
        return [{ cursor: cursorOf(table, order, row as { id: string }), row: readRow(table, row) }];
      } catch (error) {
        log.warn({ table, row: row.id, err: error }, 'A row cannot be read and is left out of its list.');
        return [];
      }
    }),
    hasNextPage: rows.length > first,
    hasPreviousPage: Boolean(after) || skip > 0,
    count: () => query.count(whole ? { where } : { where, take: MOST_COUNTED + 1 }),
  };
}
