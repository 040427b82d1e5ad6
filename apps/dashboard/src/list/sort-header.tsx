import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Column } from './column';

type Props<Row> = {
  column: Column<Row>;
  sort: string;
  descending: boolean;
  onSort: (sort: string, descending: boolean) => void;
};

export function SortHeader<Row>({ column, sort, descending, onSort }: Props<Row>) {
  const field = column.sort;
  const active = field !== undefined && field === sort;
  const Arrow = descending ? ArrowDown : ArrowUp;
  const order = active ? (descending ? 'descending' : 'ascending') : undefined;
  return (
    <th
      scope="col"
      aria-sort={order}
      className={`h-9 px-2 font-normal text-muted ${column.right ? 'text-right' : ''}`}
    >
      {field ? (
        <button
          type="button"
          onClick={() => onSort(field, active ? !descending : false)}
          className={`inline-flex items-center gap-1 hover:text-ink ${active ? 'font-medium text-ink' : ''}`}
        >
          {column.title}
          {active && <Arrow className="size-3.5" aria-hidden />}
        </button>
      ) : (
        column.title || <span className="sr-only">{column.menuTitle}</span>
      )}
    </th>
  );
}
