import { useCallback, useMemo } from 'react';
import { formatMany } from '@/format/number';
import type { KeptInputsQuery as KeptAnswer, KeptInputFilter, KeptInputOrder } from '@/generated/graphql';
import { usePages } from '@/list/use-pages';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';
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
        <Select aria-label="Show" value={show.key} onChange={({ target }) => setShow(target.value)}>
          {SHOWS.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Answer"
          className="max-w-48"
          value={className ?? ''}
          onChange={({ target }) => setClass(target.value || null)}
        >
          <option value="">All answers</option>
          {model.classes.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
        <span className="text-muted">{formatMany(pages.totalCount, 'input')}</span>
      </div>
      <Answer data={pages.rows} error={pages.error} retry={reload}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="text-muted">No matching inputs.</p>
          ) : (
            <ul aria-label="Kept inputs" className="divide-y border-y">
              {rows.map((input) => (
                <KeptInputLine
                  key={input.id}
                  model={model}
                  input={input}
                  onReviewed={onReviewed}
                  onDiscarded={onDiscarded}
                />
              ))}
            </ul>
          )
        }
      </Answer>
      {pages.hasMore && (
        <Button look="quiet" className="mt-2 -ml-3" onClick={pages.loadMore}>
          Show more inputs
        </Button>
      )}
    </>
  );
}
