import type { PrismaClient } from './generated/client.js';

/** Where a store keeps its client of Prisma: known in this library alone. */
export const database: unique symbol = Symbol('database');

export interface Database {
  readonly [database]: PrismaClient;
}
