import { DomainError, limits } from '@kshot/domain';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { behind, cursorOf, type ListOrder, orderBy } from './keyset.js';

@ObjectType({ description: 'Where a page of a list begins and ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows after endCursor.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether there is more before startCursor.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first item here.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page.' })
  endCursor!: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}
/** A page of a Relay connection. */
export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  /** Counted when it is asked for. */
  readonly totalCount: number | Promise<number>;
}

/** The connection and edge types of an entity. */
export function connectionOf<T extends object>(node: ClassType<T>, name: string): ClassType<Page<T>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a list.` })
  class EdgeType {
    @Field(() => String, { description: 'Pass it as `after` to go on behind this one.' })
    cursor!: string;
    @Field(() => node, { description: `The ${name}.` })
    node!: T;
  }
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'Items with their cursors.' })
    edges!: EdgeType[];
    @Field(() => [node], { description: 'Items alone.' })
    nodes!: T[];
    @Field(() => PageInfo, { description: 'Where this page lies.' })
    pageInfo!: PageInfo;
    @Field(() => Int, {
      description: 'Items in the whole list; of long lists 10,001 means more than 10,000.',
    })
    totalCount!: number;
  }
  return ConnectionType;
}

/** Items of long lists that are counted. */
const MOST_COUNTED = 10_000;

/** What a list reads: rows of this window. */
export interface Window<W> {
  readonly where: W;
  readonly orderBy: ReturnType<typeof orderBy>;
  readonly take: number;
  readonly skip: number;
}

/** Where a list's rows are, in which order, and how they are read and counted. */
export interface Listing<W, Row> {
  readonly where: W;
  readonly order: ListOrder;
  find(window: Window<W>): Promise<Row[]>;
  /** Not asked where the number is not wanted; of lists that may be long `take` is where counting ends. */
  count(range: { where: W; take?: number }): Promise<number>;
  /** Counts all, however many. */
  readonly whole?: boolean;
}

/** Reads one item more than asked for, to know whether a next page exists. */
export async function page<W extends object, Row extends { id: string }, T>(
  { first, after, skip = 0 }: { first: number; after?: string | null | undefined; skip?: number },
  { where, order, find, count, whole = false }: Listing<W, Row>,
  present: (row: Row) => T,
): Promise<Page<T>> {
  assertPageSize(first);
  if (!(skip >= 0)) throw new DomainError('BAD_INPUT', '`skip` must be 0 or more.');
  const from = after ? ({ AND: [where, behind(order, after)] } as unknown as W) : where;
  const rows = await find({ where: from, orderBy: orderBy(order), take: first + 1, skip });
  const edges = rows.slice(0, first).flatMap((row) => {
    try {
      return [{ cursor: cursorOf(order, row), node: present(row) }];
    } catch (error) {
      console.error(`The row ${row.id} cannot be shown and is left out of its list.`, error);
      return [];
    }
  });
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    get totalCount() {
      return count(whole ? { where } : { where, take: MOST_COUNTED + 1 });
    },
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after) || skip > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Throws BAD_INPUT. */
export function assertPageSize(first: number): void {
  if (Number.isInteger(first) && first >= 0 && first <= limits.pageSize) return;
  throw new DomainError(
    'BAD_INPUT',
    `\`first\` must be from 0 to ${limits.pageSize}. Ask for the rest with \`after\`.`,
  );
}
