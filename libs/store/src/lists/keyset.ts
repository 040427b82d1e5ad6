import { DomainError, isId, runStatuses } from '@kshot/domain';

/** Columns that lists are ordered by, and what they hold. */
const KEYS = {
  createdAt: 'date',
  duration: 'number',
  name: 'text',
  accuracy: 'number',
  confidence: 'number',
  index: 'place',
  position: 'place',
  bytes: 'whole',
  status: 'status',
} as const;
type Key = keyof typeof KEYS;

/** An order of a list; of equal values the id decides. */
export interface ListOrder {
  readonly by: Key;
  readonly direction: 'asc' | 'desc';
  /** Rows without the value come last either way; otherwise they count as the largest. */
  readonly nullsLast?: boolean;
}

export const newestFirst: ListOrder = { by: 'createdAt', direction: 'desc' };

export const orderBy = ({ by, direction, nullsLast }: ListOrder) => [
  { [by]: nullsLast ? { sort: direction, nulls: 'last' as const } : direction },
  { id: direction },
];

/** A cursor carries the row's place in the order, so that the next page is read without looking the row up, and which list it is of. */
export function cursorOf(
  list: string,
  { by, direction }: ListOrder,
  row: { readonly id: string } & { readonly [K in Key]?: unknown },
): string {
  const value = row[by] ?? null;
  const kept =
    value instanceof Date ? value.toISOString() : typeof value === 'bigint' ? String(value) : value;
  return Buffer.from(JSON.stringify([list, by, direction, row.id, kept])).toString('base64url');
}

const mayLack = (by: Key): boolean => by === 'duration' || by === 'accuracy';

/** What lies behind a cursor in this order. Throws BAD_INPUT for a cursor of another list or order. */
export function behind(list: string, order: ListOrder, cursor: string): object {
  const { by, direction, nullsLast } = order;
  const { id, value } = read(list, order, cursor);
  const beyond = direction === 'asc' ? 'gt' : 'lt';
  const sameKey = { [by]: value, id: { [beyond]: id } };
  const without = { [by]: null };
  const lastAreNulls = nullsLast || direction === 'asc';
  if (value === null) return lastAreNulls ? sameKey : { OR: [sameKey, { NOT: without }] };
  if (by === 'status') {
    const at = (runStatuses as readonly unknown[]).indexOf(value); // in the database's order; Prisma does not compare them;
    const further = direction === 'asc' ? runStatuses.slice(at + 1) : runStatuses.slice(0, at);
    return { OR: [{ status: { in: further } }, sameKey] };
  }
  // The first condition is what an index can begin at.
  const range = { [by]: { [`${beyond}e`]: value }, OR: [{ [by]: { [beyond]: value } }, sameKey] };
  return mayLack(by) && lastAreNulls ? { OR: [range, without] } : range;
}

function read(
  list: string,
  { by, direction }: ListOrder,
  cursor: string,
): { id: string; value: Date | string | number | bigint | null } {
  const parts = parsed(cursor);
  const [of, own, towards, id, kept] = Array.isArray(parts) ? parts : [];
  if (of === list && own === by && towards === direction && typeof id === 'string' && isId(id)) {
    if (kept === null && mayLack(by)) return { id, value: null };
    const value = typed(KEYS[by], kept);
    if (value !== undefined) return { id, value };
  }
  throw foreignCursor();
}

export const foreignCursor = (): DomainError =>
  new DomainError(
    'BAD_INPUT',
    'This cursor was not given by this list in this order. Take it from pageInfo.',
  );

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined; // refused by the caller
  }
}

function typed(kind: (typeof KEYS)[Key], kept: unknown): Date | string | number | bigint | undefined {
  if (kind === 'number') return typeof kept === 'number' && Number.isFinite(kept) ? kept : undefined;
  if (kind === 'place')
    return Number.isInteger(kept) && Math.abs(kept as number) < 2 ** 31 ? (kept as number) : undefined;
  if (typeof kept !== 'string') return undefined;
  if (kind === 'whole') return /^\d{1,18}$/.test(kept) ? BigInt(kept) : undefined;
  if (kind === 'status') return runStatuses.find((status) => status === kept);
  if (kind === 'text') return kept.includes('\0') ? undefined : kept;
  const date = new Date(kept);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date : undefined;
}
