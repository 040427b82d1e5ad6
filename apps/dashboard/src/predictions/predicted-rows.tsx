'use client';
import { useCallback, useMemo } from 'react';
import { formatCount } from '@/format/number';
import type {
  FilePredictionDetailFragment,
  PredictedRowFilter,
  PredictedRowOrder,
  PredictedRowsQuery as RowsAnswer,
} from '@/generated/graphql';
import { PagedAnswers } from '@/list/paged-answers';
import { usePages } from '@/list/use-pages';
import { useUrlValue } from '@/url/use-list-state';
import { PredictedRowLine } from './predicted-row-line';
import { PredictedRowsQuery } from './prediction.operations';
import { reasonsOf, WhyRow } from './why-row';

type Summary = NonNullable<FilePredictionDetailFragment['summary']>;
type Props = { id: string; summary: Summary; model: FilePredictionDetailFragment['model'] };

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
  // Of two classes one always has half at least.
  { key: 'unsure', ...below(0.5), has: ({ classes }) => classes.length > 2 },
  { key: 'below70', ...below(0.7), has: () => true },
  { key: 'below90', ...below(0.9), has: () => true },
  {
    key: 'none',
    title: 'None of these',
    filter: { noneOfThese: true },
    has: ({ noneOfThese }) => (noneOfThese ?? 0) > 0,
  },
  {
    key: 'mistaken',
    title: 'Not as in the file',
    filter: { mistaken: true },
    has: ({ score }) => Boolean(score),
  },
  { key: 'unread', title: 'Unread', filter: { unread: true }, has: ({ unread }) => unread > 0 },
];

/** The rows of a file with their answers, page by page; filters and order are in the address. */
export function PredictedRows({ id, summary, model }: Props) {
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
  const { examples, cells } = reasonsOf(model);
  const explained = examples || cells;
  const pages = usePages({ query: PredictedRowsQuery, variables, pick, first: 50 });
  const menus = [
    {
      label: 'Order',
      value: order,
      choices: ORDERS.map((one) => ({ value: one.order, title: one.title })),
      onChange: setOrder,
    },
    {
      label: 'Show',
      value: show ?? '',
      choices: [
        { value: '', title: 'All rows' },
        ...SHOWS.filter(({ has }) => has(summary)).map(({ key, title }) => ({ value: key, title })),
      ],
      onChange: setShow,
    },
    {
      label: 'Class',
      value: className ?? '',
      choices: [
        { value: '', title: 'All classes' },
        ...summary.classes.map(({ class: name, count }) => ({
          value: name,
          title: `${name} (${formatCount(count)})`,
        })),
      ],
      onChange: setClass,
    },
  ];
  return (
    <PagedAnswers
      menus={menus}
      pages={pages}
      what="row"
      label="Predicted rows"
      render={(row) => (
        <PredictedRowLine
          key={row.row}
          row={row}
          columns={summary.columns}
          why={explained ? () => <WhyRow id={id} row={row.row} model={model} /> : undefined}
        />
      )}
    />
  );
}

function below(share: number): { title: string; filter: PredictedRowFilter } {
  return { title: `Below ${100 * share} %`, filter: { maxProbability: share } };
}
