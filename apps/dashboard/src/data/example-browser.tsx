'use client';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { formatCount } from '@/format/number';
import type { ExamplesQuery as Examples } from '@/generated/graphql';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { SearchField } from '@/ui/search-field';
import { useUrlValue } from '@/url/use-list-state';
import { ExampleTable } from './example-table';
import { ExamplePicture, isPicture } from './example-tile';
import { ExamplesQuery } from './gallery.operations';

const PAGE = 60;

type Props = { versionId: string; classId: string | null; onClass: (classId: string | null) => void };
type Connection = NonNullable<Examples['dataSetVersion']>['examples'];

/** All examples, page by page, of one class or of all. */
export function ExampleBrowser({ versionId, classId, onClass }: Props) {
  const [search, setSearch] = useUrlValue('example');
  // The cursors of the pages before this one; another filter starts at the first page.
  const filter = `${classId} ${search}`;
  const [place, setPlace] = useState<{ filter: string; cursors: string[] }>({ filter, cursors: [] });
  const cursors = place.filter === filter ? place.cursors : [];
  const [{ data, error, stale }, refetch] = useQuery({
    query: ExamplesQuery,
    variables: {
      versionId,
      first: PAGE,
      after: cursors.at(-1),
      filter: { classId, search: search || undefined },
    },
  });
  const go = (next: string[]) => setPlace({ filter, cursors: next });
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchField
          label="Search examples"
          value={search ?? ''}
          onChange={setSearch}
          className="w-full sm:w-64"
        />
        {classId && (
          <Button onClick={() => onClass(null)}>
            Class {data?.dataSetVersion?.examples.nodes[0]?.class?.name ?? '…'}
            <X aria-label="Show all classes" />
          </Button>
        )}
      </div>
      <Answer
        data={data?.dataSetVersion?.examples}
        error={error}
        retry={() => refetch({ requestPolicy: 'network-only' })}
        rows={8}
      >
        {(examples) => (
          <div className={stale ? 'opacity-60' : ''}>
            <ExamplePage examples={examples} />
            <Paging examples={examples} cursors={cursors} go={go} />
          </div>
        )}
      </Answer>
    </>
  );
}

function ExamplePage({ examples: { nodes } }: { examples: Connection }) {
  const [first] = nodes;
  if (!first) return <p className="py-6 text-center text-muted">No example is like that.</p>;
  if (!isPicture(first)) return <ExampleTable examples={nodes} />;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(84px,1fr))] gap-3">
      {nodes.map((example) => (
        <li key={example.id} className="min-w-0">
          <ExamplePicture
            example={example}
            size={84}
            label={`${example.class?.name}, example ${example.index}`}
          />
          <p className="mt-1 truncate text-[12px] text-muted">{example.class?.name}</p>
        </li>
      ))}
    </ul>
  );
}

function Paging({
  examples,
  cursors,
  go,
}: {
  examples: Connection;
  cursors: string[];
  go: (cursors: string[]) => void;
}) {
  const { totalCount, nodes, pageInfo } = examples;
  const from = cursors.length * PAGE;
  return (
    <nav aria-label="Pages of examples" className="mt-4 flex items-center gap-2 text-muted">
      <span className="mr-auto">
        {nodes.length > 0 && `${formatCount(from + 1)} – ${formatCount(from + nodes.length)} of `}
        {formatCount(totalCount)}
      </span>
      <Button disabled={cursors.length === 0} onClick={() => go(cursors.slice(0, -1))}>
        <ChevronLeft aria-hidden />
        Previous
      </Button>
      <Button disabled={!pageInfo.hasNextPage} onClick={() => go([...cursors, pageInfo.endCursor ?? ''])}>
        Next
        <ChevronRight aria-hidden />
      </Button>
    </nav>
  );
}
