'use client';
import { useCallback, useMemo } from 'react';
import { formatCount, formatMany } from '@/format/number';
import type {
  FilePredictionDetailFragment,
  PredictedRowFilter,
  PredictedRowOrder,
  PredictedRowsQuery as RowsAnswer,
} from '@/generated/graphql';
import { usePages } from '@/list/use-pages';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';
import { useUrlValue } from '@/url/use-list-state';
import { PredictedRowLine } from './predicted-row-line';
import { PredictedRowsQuery } from './prediction.operations';

type Summary = NonNullable<FilePredictionDetailFragment['summary']>;
type Props = { id: string; summary: Summary };

const ORDERS: { order: PredictedRowOrder; title: string }[] = [
  { order: 'LEAST_SURE', title: 'Least sure first' },
  { order: 'MOST_SURE', title: 'Most sure first' },
  { order: 'ROW', title: 'As in the file' },
];

/** What can be looked at alone; what the file cannot have is not offered. */
const SHOWS: {
  key: string;
  title: string;
  filter: PredictedRowFilter;
  has: (summary: Summary) => boolean;
}[] = [
  { key: 'unsure', title: 'Below 50 %', filter: { maxProbability: 0.5 }, has: () => true },
  {
    key: 'mistaken',
    title: 'Not as in the file',
    filter: { mistaken: true },
    has: ({ score }) => Boolean(score),
  },
  { key: 'unread', title: 'Unread', filter: { unread: true }, has: ({ unread }) => unread > 0 },
];

/** The rows of a file with their answers, page by page; filters and order are in the address. */
export function PredictedRows({ id, summary }: Props) {
  const [orderValue, setOrder] = useUrlValue('order');
  const [show, setShow] = useUrlValue('show');
  const [className, setClass] = useUrlValue('class');
  const order = ORDERS.find((one) => one.order === orderValue)?.order ?? 'LEAST_SURE';
  const variables = useMemo(() => {
    const shown = SHOWS.find(({ key }) => key === show)?.filter;
    return { id, order, filter: { ...shown, ...(className ? { class: className } : {}) } };
  }, [id, order, show, className]);
  const pick = useCallback(
    (data: RowsAnswer) =>
      data.prediction?.rows ?? { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false } },
    [],
  );
  const pages = usePages({ query: PredictedRowsQuery, variables, pick, first: 50 });
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <Select aria-label="Order" value={order} onChange={({ target }) => setOrder(target.value)}>
          {ORDERS.map((one) => (
            <option key={one.order} value={one.order}>
              {one.title}
            </option>
          ))}
        </Select>
        <Select aria-label="Show" value={show ?? ''} onChange={({ target }) => setShow(target.value || null)}>
          <option value="">All rows</option>
          {SHOWS.filter(({ has }) => has(summary)).map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Class"
          className="max-w-48"
          value={className ?? ''}
          onChange={({ target }) => setClass(target.value || null)}
        >
          <option value="">All classes</option>
          {summary.classes.map(({ class: name, count }) => (
            <option key={name} value={name}>
              {name} ({formatCount(count)})
            </option>
          ))}
        </Select>
        <span className="text-muted">{formatMany(pages.totalCount, 'row')}</span>
      </div>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="text-muted">No matching rows.</p>
          ) : (
            <ul aria-label="Predicted rows" className="divide-y border-y">
              {rows.map((row) => (
                <PredictedRowLine key={row.row} row={row} columns={summary.columns} />
              ))}
            </ul>
          )
        }
      </Answer>
      {pages.hasMore && (
        <Button look="quiet" className="mt-2 -ml-3" onClick={pages.loadMore}>
          Show more rows
        </Button>
      )}
    </>
  );
}
