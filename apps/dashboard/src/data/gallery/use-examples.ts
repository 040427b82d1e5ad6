import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { ExampleFilter, ExamplesQuery as Examples } from '@/generated/graphql';
import { ExamplesQuery } from '../gallery.operations';

export type ShownExample = NonNullable<Examples['dataSetVersion']>['examples']['nodes'][number];

const PAGE = 60;

/** Examples by their place in a list of any length; pages are read when they come into view. */
export function useExamples(versionId: string, filter: ExampleFilter) {
  const client = useClient();
  const key = JSON.stringify([versionId, filter]);
  const wanted = useMemo(() => JSON.parse(key) as [string, ExampleFilter], [key]);
  const pages = useRef(new Map<number, ShownExample[] | null>());
  const [totalCount, setTotalCount] = useState<number | null>(null);
  const [error, setError] = useState<CombinedError>();
  const [, setRound] = useState(0);

  const load = useCallback(
    async (page: number) => {
      const own = pages.current;
      if (own.has(page)) return;
      own.set(page, null);
      const [id, chosen] = wanted;
      const variables = { versionId: id, first: PAGE, skip: page * PAGE, filter: chosen };
      const answer = await client.query(ExamplesQuery, variables).toPromise();
      if (own !== pages.current) return; // another list is shown by now
      const examples = answer.data?.dataSetVersion?.examples;
      if (examples) {
        own.set(page, examples.nodes);
        setTotalCount(examples.totalCount);
      } else {
        own.delete(page);
        setError(answer.error);
      }
      setRound((before) => before + 1);
    },
    [client, wanted],
  );

  useEffect(() => {
    pages.current = new Map();
    setTotalCount(null);
    setError(undefined);
    void load(0);
  }, [load]);

  const at = useCallback((index: number) => pages.current.get(Math.floor(index / PAGE))?.[index % PAGE], []);
  const show = useCallback(
    (from: number, to: number) => {
      for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++) void load(page);
    },
    [load],
  );
  return { totalCount, error, at, show, retry: () => void load(0) };
}
