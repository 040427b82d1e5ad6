import { DomainError, limits } from '@kshot/domain';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { isId } from './find.js';

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
  readonly totalCount: number;
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
    @Field(() => Int, { description: 'Items in the whole list.' })
    totalCount!: number;
  }
  return ConnectionType;
}

/** Reads one item more than asked for, to know whether a next page exists. Cursors are ids. */
export async function page<Row extends { id: string }, T>(
  { first, after, skip = 0 }: { first: number; after?: string | null | undefined; skip?: number },
  find: (range: { take: number; skip: number; cursor?: { id: string } }) => Promise<Row[]>,
  count: () => Promise<number>,
  present: (row: Row) => T,
): Promise<Page<T>> {
  assertPageSize(first);
  if (!(skip >= 0)) throw new DomainError('BAD_INPUT', '`skip` must be 0 or more.');
  const [rows, totalCount] = await Promise.all([
    find({
      take: first + 1,
      skip: skip + (after ? 1 : 0),
      ...(after ? { cursor: { id: idOf(after) } } : {}),
    }),
    count(),
  ]);
  const edges = rows.slice(0, first).flatMap((row) => {
    try {
      return [{ cursor: cursorOf(row.id), node: present(row) }];
    } catch (error) {
      console.error(`The row ${row.id} cannot be shown and is left out of its list.`, error);
      return [];
    }
  });
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after) || skip > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function assertPageSize(first: number): void {
  if (Number.isInteger(first) && first >= 0 && first <= limits.pageSize) return;
  throw new DomainError(
    'BAD_INPUT',
    `\`first\` must be from 0 to ${limits.pageSize}. Ask for the rest with \`after\`.`,
  );
}

const cursorOf = (id: string): string => Buffer.from(id).toString('base64url');

function idOf(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!isId(id))
    throw new DomainError('BAD_INPUT', 'This cursor was not given by this API. Take it from pageInfo.');
  return id;
}
