import { log } from '@kshot/domain';
import type { RowPage } from '@kshot/store';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';

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

/** A page of rows as it is shown. A row that cannot be shown is left out. */
export async function page<Row extends { readonly id: string }, T>(
  list: Promise<RowPage<Row>>,
  present: (row: Row) => T,
): Promise<Page<T>> {
  const { items, hasNextPage, hasPreviousPage, count } = await list;
  const edges = items.flatMap(({ cursor, row }) => {
    try {
      return [{ cursor, node: present(row) }];
    } catch (error) {
      log.error({ row: row.id, err: error }, 'A row cannot be shown and is left out of its list.');
      return [];
    }
  });
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    get totalCount() {
      return count();
    },
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
