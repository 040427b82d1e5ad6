import * as z from 'zod';
import { DomainError } from '../domain-error.js';

/** A JSON column; throws where it cannot be read. */
export const needed = <T>(schema: z.ZodType<T>, value: unknown): T => schema.parse(value);

/** A JSON column that a row can do without: null where it is empty or cannot be read. */
export const optional = <T>(schema: z.ZodType<T>, value: unknown): T | null => {
  const { success, data } = schema.safeParse(value);
  return success ? data : null;
};

/** What a worker needs of a row. Throws CONFLICT where it cannot be read. */
export function readable<T>(value: T | null, what: string): T {
  if (value !== null) return value;
  throw new DomainError('CONFLICT', `${what} cannot be read by this version of Kshot. Start it again.`);
}

/** A JSON column of something that our own code wrote whole, such as a report: only that it is an object is looked at. */
export const asWritten = <T extends object>(value: unknown): T | null => optional(written<T>(), value);

export const written = <T extends object>() =>
  z.custom<T>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
