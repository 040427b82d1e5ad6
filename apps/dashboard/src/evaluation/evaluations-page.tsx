'use client';
import { FlaskConical } from 'lucide-react';
import { useMemo } from 'react';
import { formatListed } from '@/format/number';
import type { EvaluationsQuery as Evaluations, RunStatus } from '@/generated/graphql';
import { sortsOf } from '@/list/column';
import { FilterMenu } from '@/list/filter-menu';
import { ListPage } from '@/list/list-page';
import { usePages } from '@/list/use-pages';
import { NewStudyLink } from '@/new-study/new-study-link';
import { STATUSES, statusWord } from '@/runs/status-badge';
import { useListState } from '@/url/use-list-state';
import { EvaluationsQuery } from './evaluation.operations';
import { EVALUATION_COLUMNS } from './evaluation-columns';

const DEFAULTS = {
  sort: 'CREATED_AT',
  sorts: sortsOf(EVALUATION_COLUMNS),
  descending: true,
  filters: { status: STATUSES },
  columns: EVALUATION_COLUMNS.map(({ key }) => key),
};
const pick = (data: Evaluations) => data.evaluations;

export function EvaluationsPage() {
  const [state, change] = useListState(DEFAULTS);
  const { search, filters } = state;
  const variables = useMemo(
    () => ({ filter: { search: search || undefined, status: filters.status as RunStatus[] | undefined } }),
    [search, filters],
  );
  const pages = usePages({ query: EvaluationsQuery, variables, pick });
  return (
    <ListPage
      title="Evaluations"
      icon={FlaskConical}
      noun="evaluation"
      count={formatListed(pages.totalCount, 'evaluation')}
      actions={<NewStudyLink />}
      empty={{
        text: 'An evaluation says how well a model or method does, with an interval. A study compares several.',
        action: <NewStudyLink />,
      }}
      columns={EVALUATION_COLUMNS}
      filters={
        <FilterMenu
          label="Status"
          choices={STATUSES.map((status) => ({ value: status, label: statusWord(status) }))}
          chosen={filters.status ?? []}
          onChange={(status) => change({ filters: { status } })}
        />
      }
      {...{ pages, state, change }}
    />
  );
}
