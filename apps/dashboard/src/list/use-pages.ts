import type { DocumentNode } from 'graphql';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type CombinedError, type TypedDocumentNode, useClient } from 'urql';
import { reloadOnReturn } from '@/graphql/reload-on-return';
import { useDeletions } from '@/graphql/use-deletions';

type Page<Row> = {
  nodes: Row[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
};

type Paged = { first: number; after?: string | null };

type Wanted<Data, Variables extends Paged, Row> = {
  query: TypedDocumentNode<Data, Variables>;
  /** Kept the same between renders: a new object starts the list afresh. */
  variables: Omit<Variables, 'first' | 'after'>;
  pick: (data: Data) => Page<Row>;
  /** Rows asked for at a time; the API gives at most 100. */
  first?: number;
};

export type Pages<Row> = {
  rows: Row[] | null;
  totalCount: number;
  error: CombinedError | undefined;
  hasMore: boolean;
  loadMore: () => void;
  reload: () => void;
};

/** Pages, and the question that they answer by its number. */
type Shown<Row> = { of: number; pages: Page<Row>[] };

/** A connection read page by page as one scrolls. Pages follow the cache: a row that changes, changes here. */
export function usePages<Data, Variables extends Paged, Row>(
  wanted: Wanted<Data, Variables, Row>,
): Pages<Row> {
  const { query, variables, pick, first = 100 } = wanted;
  const client = useClient();
  const [{ of, pages }, setShown] = useState<Shown<Row>>({ of: 0, pages: [] });
  const [error, setError] = useState<CombinedError>();
  const [round, setRound] = useState(0);
  const stops = useRef<(() => void)[]>([]);
  const asked = useRef(0);
  const question = useRef(0);

  const ask = useCallback(
    (index: number, after: string | null) => {
      if (index < asked.current) return;
      asked.current = index + 1;
      const own = question.current;
      const all = { ...variables, first, after } as Variables;
      const { unsubscribe } = client
        .query(query as TypedDocumentNode<Data, Variables> & DocumentNode, all, {
          requestPolicy: 'cache-and-network',
        })
        .subscribe((result) => {
          setError(result.error);
          const page = result.data && pick(result.data);
          if (page)
            setShown((before) => ({
              of: own,
              pages: Object.assign(before.of === own ? [...before.pages] : [], { [index]: page }),
            }));
        });
      stops.current.push(unsubscribe);
    },
    [client, query, variables, pick, first],
  );

  useEffect(() => {
    asked.current = 0;
    question.current++;
    if (round >= 0) ask(0, null);
    return () => {
      for (const stop of stops.current) stop();
      stops.current = [];
      setShown((before) => ({ ...before, pages: before.pages.slice(0, 1) }));
    };
  }, [ask, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => reloadOnReturn(reload), [reload]);
  useDeletions();

  const last = pages.at(-1);
  const loadMore = useCallback(() => {
    // Until a new question is answered the first page of the one before stays, whose cursor is not for it.
    if (of === question.current && last?.pageInfo.hasNextPage)
      ask(pages.length, last.pageInfo.endCursor ?? null);
  }, [ask, of, last, pages.length]);
  const rows = useMemo(() => (pages.length > 0 ? pages.flatMap(({ nodes }) => nodes) : null), [pages]);
  return {
    rows,
    totalCount: pages[0]?.totalCount ?? 0,
    error,
    hasMore: last?.pageInfo.hasNextPage ?? false,
    loadMore,
    reload,
  };
}
