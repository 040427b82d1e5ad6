'use client';
import { Activity, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useQuery, useSubscription } from 'urql';
import { DataSetNamesQuery } from '@/data/data-set.operations';
import { formatMany } from '@/format/number';
import type { RunSortField, RunStatus, RunsQuery as Runs } from '@/generated/graphql';
import { ColumnMenu } from '@/list/column-menu';
import { DataTable } from '@/list/data-table';
import { FilterMenu } from '@/list/filter-menu';
import { usePages } from '@/list/use-pages';
import { Answer } from '@/ui/answer';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { SearchField } from '@/ui/search-field';
import { useListState } from '@/url/use-list-state';
import { AnyRunChanged, RunsQuery } from './run.operations';
import { RUN_COLUMNS } from './run-columns';
import { STATUSES, statusWord } from './status-badge';

const DEFAULTS = {
  sort: 'CREATED_AT',
  descending: true,
  filters: ['status', 'data'],
  columns: ['name', 'status', 'progress', 'data', 'accuracy', 'f1', 'loss', 'duration', 'created'],
};

const pick = (data: Runs) => data.runs;

export function RunsPage() {
  const [state, change] = useListState(DEFAULTS);
  const { search, sort, descending, filters, columns } = state;
  const variables = useMemo(
    () => ({
      filter: {
        search: search || undefined,
        status: filters.status?.length ? (filters.status as RunStatus[]) : undefined,
        dataSetId: filters.data?.[0],
      },
      sort: { field: sort as RunSortField, direction: descending ? ('DESC' as const) : ('ASC' as const) },
    }),
    [search, sort, descending, filters],
  );
  const pages = usePages({ query: RunsQuery, variables, pick });
  useLiveRuns(pages.rows, pages.reload);
  const [{ data: sets }] = useQuery({ query: DataSetNamesQuery });
  const shown = RUN_COLUMNS.filter(({ key }, index) => index === 0 || columns.includes(key));
  const filtered = search !== '' || Object.values(filters).some((chosen) => chosen.length > 0);
  return (
    <>
      <PageHeader
        title="Runs"
        under={
          pages.rows
            ? formatMany(pages.totalCount, filtered ? 'run found' : 'run', filtered ? 'runs found' : 'runs')
            : ' '
        }
        actions={<NewRun />}
      />
      <div className="mb-3 flex flex-wrap gap-2">
        <SearchField
          label="Search runs"
          value={search}
          onChange={(next) => change({ search: next })}
          className="w-full sm:w-64"
        />
        <FilterMenu
          label="Status"
          choices={STATUSES.map((status) => ({ value: status, label: statusWord(status) }))}
          chosen={filters.status ?? []}
          onChange={(status) => change({ filters: { ...filters, status } })}
        />
        <FilterMenu
          single
          label="Data set"
          choices={sets?.dataSets.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          chosen={filters.data ?? []}
          onChange={(data) => change({ filters: { ...filters, data } })}
        />
        <span className="ml-auto">
          <ColumnMenu columns={RUN_COLUMNS} shown={columns} onChange={(next) => change({ columns: next })} />
        </span>
      </div>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={10}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={Activity}
              title={filtered ? 'No run is like that' : 'No runs yet'}
              text={
                filtered
                  ? 'Search for something else, or filter less.'
                  : 'A run trains a model on a data set while you watch.'
              }
              action={filtered ? undefined : <NewRun />}
            />
          ) : (
            <DataTable
              label="Runs"
              rows={rows}
              totalCount={pages.totalCount}
              columns={shown}
              sort={sort}
              descending={descending}
              onSort={(next, down) => change({ sort: next, descending: down })}
              hasMore={pages.hasMore}
              loadMore={pages.loadMore}
            />
          )
        }
      </Answer>
    </>
  );
}

/** Rows on hand change through the cache; a run that is not among them may belong there: read again, once per state. */
function useLiveRuns(rows: { id: string }[] | null, reload: () => void): void {
  const [{ data }] = useSubscription({ query: AnyRunChanged });
  const seen = useRef(new Set<string>());
  useEffect(() => {
    if (!data || !rows) return;
    const { id, status } = data.runChanged;
    const key = `${id} ${status}`;
    if (seen.current.has(key) || rows.some((row) => row.id === id)) return;
    seen.current.add(key);
    reload();
  }, [data, rows, reload]);
}

const NewRun = () => (
  <ButtonLink look="primary" href="/runs/new">
    <Plus aria-hidden />
    New run
  </ButtonLink>
);
