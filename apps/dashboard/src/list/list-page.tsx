import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Answer } from '@/ui/answer';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page/page-header';
import { SearchField } from '@/ui/search-field';
import type { ListState } from '@/url/list-state';
import type { Column } from './column';
import { ColumnMenu } from './column-menu';
import { DataTable } from './data-table';
import type { Pages } from './use-pages';

type Props<Row> = {
  title: string;
  icon: LucideIcon;
  /** One of them, and how many there are. */
  noun: string;
  count: string;
  actions: ReactNode;
  empty: { text: string; action: ReactNode };
  pages: Pages<Row>;
  state: ListState;
  change: (part: Partial<ListState>) => void;
  columns: Column<Row>[];
  /** Menus beside the search field. */
  filters: ReactNode;
  /** What stands above the table. */
  above?: ReactNode;
};

/** Whether anything narrows the list down. */
export const isFiltered = ({ search, filters }: ListState): boolean =>
  search !== '' || Object.values(filters).some((chosen) => chosen.length > 0);

/** A list with its head, search, filters, columns to choose and table; an empty one offers the next step. */
export function ListPage<Row extends { id: string }>(props: Props<Row>) {
  const { title, icon, noun, count, actions, empty, pages, state, change, columns, filters } = props;
  const filtered = isFiltered(state);
  return (
    <>
      <PageHeader title={title} under={pages.rows ? count : ' '} actions={actions} />
      <div className="mb-3 flex flex-wrap gap-2">
        <SearchField
          label={`Search ${title.toLowerCase()}`}
          value={state.search}
          onChange={(search) => change({ search })}
          className="w-full sm:w-64"
        />
        {filters}
        <span className="ml-auto">
          <ColumnMenu
            columns={columns.map(({ key, title: own, menuTitle }) => ({ key, title: menuTitle ?? own }))}
            shown={state.columns}
            onChange={(next) => change({ columns: next })}
          />
        </span>
      </div>
      {props.above}
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={10}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={icon}
              title={filtered ? `No ${noun} is like that` : `No ${title.toLowerCase()} yet`}
              text={filtered ? 'Search for something else, or filter less.' : empty.text}
              action={filtered ? undefined : empty.action}
            />
          ) : (
            <DataTable
              label={title}
              rows={rows}
              totalCount={pages.totalCount}
              columns={columns.filter(({ key }, index) => index === 0 || state.columns.includes(key))}
              sort={state.sort}
              descending={state.descending}
              onSort={(sort, descending) => change({ sort, descending })}
              hasMore={pages.hasMore}
              loadMore={pages.loadMore}
            />
          )
        }
      </Answer>
    </>
  );
}
