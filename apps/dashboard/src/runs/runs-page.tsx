'use client';
import { Activity } from 'lucide-react';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { DataSetNamesQuery } from '@/data/data-set.operations';
import { formatListed } from '@/format/number';
import type { RunSortField, RunStatus, RunsQuery as Runs } from '@/generated/graphql';
import { useUnlisted } from '@/graphql/use-unlisted';
import { sortsOf } from '@/list/column';
import { FilterMenu } from '@/list/filter-menu';
import { isFiltered, ListPage } from '@/list/list-page';
import { usePages } from '@/list/use-pages';
import { NewRunButton } from '@/new-run/new-run-button';
import { useListState } from '@/url/use-list-state';
import { AnyRunChanged, pickRun, RunsQuery } from './run.operations';
import { RUN_COLUMNS } from './run-columns';
import { STATUSES, statusWord } from './status-badge';

const DEFAULTS = {
  sort: 'CREATED_AT',
  sorts: sortsOf(RUN_COLUMNS),
  descending: true,
  filters: { status: STATUSES, data: null },
  columns: ['name', 'status', 'progress', 'data', 'accuracy', 'f1', 'loss', 'duration', 'created'],
};

const pick = (data: Runs) => data.runs;

export function RunsPage() {
  const [state, change] = useListState(DEFAULTS);
  const { search, sort, descending, filters } = state;
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
  useUnlisted(AnyRunChanged, pickRun, pages.rows, pages.reload);
  const [{ data: sets }] = useQuery({ query: DataSetNamesQuery });
  const filtered = isFiltered(state);
  return (
    <ListPage
      title="Runs"
      icon={Activity}
      noun="run"
      count={formatListed(pages.totalCount, filtered ? 'run found' : 'run', filtered ? 'runs found' : 'runs')}
      actions={<NewRunButton />}
      empty={{ text: 'A run trains a model on a data set while you watch.', action: <NewRunButton /> }}
      columns={RUN_COLUMNS}
      filters={
        <>
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
        </>
      }
      {...{ pages, state, change }}
    />
  );
}
