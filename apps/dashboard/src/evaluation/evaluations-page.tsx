'use client';
import { FlaskConical, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { formatMany } from '@/format/number';
import type { EvaluationsQuery as Evaluations, RunStatus } from '@/generated/graphql';
import { ColumnMenu } from '@/list/column-menu';
import { DataTable } from '@/list/data-table';
import { FilterMenu } from '@/list/filter-menu';
import { usePages } from '@/list/use-pages';
import { STATUSES, statusWord } from '@/runs/status-badge';
import { Answer } from '@/ui/answer';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { SearchField } from '@/ui/search-field';
import { useListState } from '@/url/use-list-state';
import { EvaluationsQuery } from './evaluation.operations';
import { EVALUATION_COLUMNS } from './evaluation-columns';

const DEFAULTS = {
  sort: 'CREATED_AT',
  descending: true,
  filters: ['status'],
  columns: EVALUATION_COLUMNS.map(({ key }) => key),
};
const pick = (data: Evaluations) => data.evaluations;

export function EvaluationsPage() {
  const [{ search, sort, descending, filters, columns }, change] = useListState(DEFAULTS);
  const variables = useMemo(
    () => ({ filter: { search: search || undefined, status: filters.status as RunStatus[] | undefined } }),
    [search, filters],
  );
  const pages = usePages({ query: EvaluationsQuery, variables, pick });
  const filtered = search !== '' || Object.values(filters).some((chosen) => chosen.length > 0);
  const start = (
    <ButtonLink look="primary" href="/studies/new">
      <Plus aria-hidden />
      New study
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Evaluations"
        under={pages.rows ? formatMany(pages.totalCount, 'evaluation') : ' '}
        actions={start}
      />
      <div className="mb-3 flex flex-wrap gap-2">
        <SearchField
          label="Search evaluations"
          value={search}
          onChange={(next) => change({ search: next })}
          className="w-full sm:w-64"
        />
        <FilterMenu
          label="Status"
          choices={STATUSES.map((status) => ({ value: status, label: statusWord(status) }))}
          chosen={filters.status ?? []}
          onChange={(status) => change({ filters: { status } })}
        />
        <span className="ml-auto">
          <ColumnMenu
            columns={EVALUATION_COLUMNS}
            shown={columns}
            onChange={(next) => change({ columns: next })}
          />
        </span>
      </div>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={10}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={FlaskConical}
              title={filtered ? 'No evaluation is like that' : 'No evaluations yet'}
              text={
                filtered
                  ? 'Search for something else, or filter less.'
                  : 'An evaluation says how well a model or method does, with an interval. A study compares several.'
              }
              action={filtered ? undefined : start}
            />
          ) : (
            <DataTable
              label="Evaluations"
              rows={rows}
              totalCount={pages.totalCount}
              columns={EVALUATION_COLUMNS.filter(({ key }, index) => index === 0 || columns.includes(key))}
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
