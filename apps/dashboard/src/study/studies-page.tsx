'use client';
import { Scale } from 'lucide-react';
import { formatListed } from '@/format/number';
import type { StudiesQuery as Studies } from '@/generated/graphql';
import type { Column } from '@/list/column';
import { DataTable } from '@/list/data-table';
import { usePages } from '@/list/use-pages';
import { NewStudyLink } from '@/new-study/new-study-link';
import { StatusBadge } from '@/runs/status-badge';
import { Ago } from '@/ui/ago';
import { Answer } from '@/ui/answer';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page/page-header';
import { StudiesQuery } from './study.operations';

type Row = Studies['studies']['nodes'][number];
const pick = (data: Studies) => data.studies;
const NO_VARIABLES = {};

const COLUMNS: Column<Row>[] = [
  {
    key: 'name',
    title: 'Study',
    width: 300,
    cell: ({ id, name }) => (
      <Link href={`/studies/${id}`} data-row className="flex h-9 items-center font-medium hover:text-accent">
        <span className="truncate">{name}</span>
      </Link>
    ),
  },
  { key: 'status', title: 'Status', width: 110, cell: ({ status }) => <StatusBadge status={status} /> },
  {
    key: 'candidates',
    title: 'Candidates',
    width: 100,
    right: true,
    cell: ({ evaluations, versions }) => evaluations.length / Math.max(1, versions.length),
  },
  { key: 'protocol', title: 'Protocol', width: 260, cell: ({ protocolText }) => protocolText },
  {
    key: 'data',
    title: 'Data sets',
    width: 220,
    cell: ({ versions }) => versions.map(({ dataSet }) => dataSet.name).join(', '),
  },
  { key: 'created', title: 'Asked for', width: 120, cell: ({ createdAt }) => <Ago at={createdAt} /> },
];

export function StudiesPage() {
  const pages = usePages({ query: StudiesQuery, variables: NO_VARIABLES, pick, first: 50 });
  return (
    <>
      <PageHeader
        title="Studies"
        under={pages.rows ? formatListed(pages.totalCount, 'study', 'studies') : ' '}
        actions={<NewStudyLink />}
      />
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={10}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={Scale}
              title="No studies yet"
              text="A study scores several methods on the same folds or episodes and says which of them differ for sure, and at what cost."
              action={<NewStudyLink />}
            />
          ) : (
            <DataTable
              label="Studies"
              rows={rows}
              totalCount={pages.totalCount}
              columns={COLUMNS}
              sort="CREATED_AT"
              descending
              onSort={() => undefined}
              hasMore={pages.hasMore}
              loadMore={pages.loadMore}
            />
          )
        }
      </Answer>
    </>
  );
}
