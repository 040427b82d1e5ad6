import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ReactNode } from 'react';
import { LineChart } from '@/chart/line-chart';
import { NO_POINTS } from '@/chart/points';
import type { RunStatus } from '@/generated/graphql';
import { DataTable } from '@/list/data-table';
import { LongList } from '@/list/long-list';
import { EntityActions } from '@/ui/entity-actions';

/** 1,000 rows, of which the first hundred are there. */
export const rows = Array.from({ length: 100 }, (_, i) => ({ id: `row ${i}` }));
const all = { label: 'Runs', rows, totalCount: 1000, hasMore: true };
const columns = [
  { key: 'id', title: 'Name', width: 200, sort: 'NAME', cell: ({ id }: { id: string }) => id },
  { key: 'size', title: 'Size', width: 80, right: true, cell: () => '12' },
];

export const list = (loadMore: () => void) => (
  <LongList {...all} rowHeight={40} render={({ id }) => <p className="h-10">{id}</p>} loadMore={loadMore} />
);

export const table = (onSort: (sort: string, descending: boolean) => void) => (
  <DataTable {...all} columns={columns} sort="NAME" descending={false} onSort={onSort} loadMore={() => {}} />
);

const loss = { steps: [1, 2, 3], values: [0.9, 0.5, 0.25], minima: null, maxima: null };
export const chart = <LineChart title="Loss" lines={[{ label: 'run 1', colour: '--c0', points: loss }]} />;
export const emptyChart = (
  <LineChart title="Loss" lines={[{ label: 'run 1', colour: '--c0', points: NO_POINTS }]} />
);

const router = { push() {}, replace() {}, refresh() {}, back() {}, forward() {}, prefetch() {} };
export const InApp = ({ children }: { children: ReactNode }) => (
  <AppRouterContext.Provider value={router as never}>{children}</AppRouterContext.Provider>
);

const refused = { graphQLErrors: [{ message: 'Another worker has it.', extensions: { code: 'CONFLICT' } }] };
export const actions = (status: RunStatus) => (
  <InApp>
    <EntityActions
      what="run"
      status={status}
      cancel={async () => ({ error: refused as never })}
      retry={async () => ({})}
      remove={{
        act: async () => ({}),
        question: 'Delete this run?',
        lost: 'Its metrics are lost.',
        after: '/runs',
      }}
    />
  </InApp>
);
