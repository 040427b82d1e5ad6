import { database } from '../database.js';
import type { Store } from '../open-store.js';
import type { Table } from './tables.js';

/** What of Prisma's clients of a table is used, alike for all tables. */
interface Query {
  findMany(asked: object): Promise<{ readonly id?: string }[]>;
  count(asked: object): Promise<number>;
}

export const queryOf = (store: Store, table: Table): Query => store[database][table] as unknown as Query;
