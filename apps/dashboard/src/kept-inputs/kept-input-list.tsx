import { useCallback, useMemo } from 'react';
import type { KeptInputsQuery as KeptAnswer, KeptInputFilter, KeptInputOrder } from '@/generated/graphql';
import { PagedAnswers } from '@/list/paged-answers';
import { usePages } from '@/list/use-pages';
import { useUrlValue } from '@/url/use-list-state';
import { KeptInputLine } from './kept-input-line';
import { KeptInputsQuery } from './kept-inputs.operations';
import type { AskedModel } from './kept-inputs-section';

const ORDERS: { order: KeptInputOrder; title: string }[] = [
  { order: 'LEAST_SURE', title: 'Least sure first' },
  { order: 'NEWEST', title: 'Newest first' },
];

const SHOWS: { key: string; title: string; filter: KeptInputFilter }[] = [
  { key: 'open', title: 'Not reviewed', filter: { reviewed: false } },
  { key: 'none', title: 'None of these', filter: { noneOfThese: true } },
  { key: 'reviewed', title: 'Reviewed', filter: { reviewed: true } },
  { key: 'all', title: 'All', filter: {} },
];

const pick = (data: KeptAnswer) => data.keptInputs;

/** Kept inputs with their answers, page by page; filters and order are in the address. */
export function KeptInputList({ model, onReviewed }: { model: AskedModel; onReviewed: () => void }) {
  const [orderValue, setOrder] = useUrlValue('inputs-order');
  const [showValue, setShow] = useUrlValue('inputs');
  const [className, setClass] = useUrlValue('inputs-class');
  const { order } = ORDERS.find((one) => one.order === orderValue) ?? ORDERS[0]!;
  const show = SHOWS.find(({ key }) => key === showValue) ?? SHOWS[0]!;
  const variables = useMemo(
    () => ({
      ...{ modelId: model.id, order },
      filter: { ...show.filter, ...(className ? { class: className } : {}) },
    }),
    [model.id, order, show, className],
  );
  const pages = usePages({ query: KeptInputsQuery, variables, pick, first: 24 });
  const { reload } = pages;
  const onDiscarded = useCallback(() => {
    reload();
    onReviewed();
  }, [reload, onReviewed]);
  const menus = [
    {
      label: 'Order',
      value: order,
      choices: ORDERS.map((one) => ({ value: one.order, title: one.title })),
      onChange: setOrder,
    },
    {
      label: 'Show',
      value: show.key,
      choices: SHOWS.map(({ key, title }) => ({ value: key, title })),
      onChange: setShow,
    },
    {
      label: 'Answer',
      value: className ?? '',
      choices: [
        { value: '', title: 'All answers' },
        ...model.classes.map((name) => ({ value: name, title: name })),
      ],
      onChange: setClass,
    },
  ];
  return (
    <PagedAnswers
      menus={menus}
      pages={pages}
      what="input"
      label="Kept inputs"
      render={(input) => (
        <KeptInputLine
          key={input.id}
          model={model}
          input={input}
          onReviewed={onReviewed}
          onDiscarded={onDiscarded}
        />
      )}
    />
  );
}
