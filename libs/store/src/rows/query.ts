import { database } from '../database.js';
import type { Store } from '../open-store.js';
import { visible } from '../projects/visible.js';
import type { Table } from './tables.js';

/** What of Prisma's clients of a table is used, alike for all tables. */
interface Query {
  findMany(asked: Asked): Promise<{ readonly id?: string }[]>;
  count(asked: Asked): Promise<number>;
}
interface Asked {
  readonly where?: object;
  readonly [other: string]: unknown;
}

/** Reads rows of a table, those that the store reaches. All that is read by id, by values or as a list goes through here. */
export function queryOf(store: Store, table: Table): Query {
  const query = store[database][table] as Query;
  const seen = visible(table, store.reach);
  if (seen === null) return query;
  const within = (asked: Asked) => ({ ...asked, where: { AND: [asked.where ?? {}, seen] } });
  return {
    findMany: (asked) => query.findMany(within(asked)),
    count: (asked) => query.count(within(asked)),
  };
}
