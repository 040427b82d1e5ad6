'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';
import { EdgeShadows } from '@/ui/scroll/edge-shadows';
import { useBeyond } from '@/ui/scroll/use-beyond';
import type { Column } from './column';
import { SortHeader } from './sort-header';
import { useLoadMore } from './use-load-more';

const ROW = 37;

type Props<Row> = {
  label: string;
  rows: Row[];
  totalCount: number;
  columns: Column<Row>[];
  sort: string;
  descending: boolean;
  onSort: (sort: string, descending: boolean) => void;
  hasMore: boolean;
  loadMore: () => void;
};

/** A table of any length: only the rows in view exist. Arrow keys move between the rows' links. */
export function DataTable<Row extends { id: string }>(props: Props<Row>) {
  const { label, rows, totalCount, columns, sort, descending, onSort } = props;
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const beyond = useBeyond(box);
  const items = virtual.getVirtualItems();
  useLoadMore(props, items.at(-1)?.index ?? 0, 30);
  const above = items[0]?.start ?? 0;
  const below = Math.max(0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0));
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div className="relative">
      <div ref={box} className="relative max-h-[calc(100dvh-220px)] min-h-40 overflow-auto border-y">
        <table
          aria-label={label}
          aria-rowcount={totalCount + 1}
          className="w-full table-fixed"
          style={{ minWidth: width }}
          onKeyDown={moveBetweenRows}
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={{ width: column.width }} />
            ))}
          </colgroup>
          <thead className="sticky top-0 z-10 bg-canvas shadow-[0_1px_0_var(--line)]">
            <tr>
              {columns.map((column) => (
                <SortHeader
                  key={column.key}
                  column={column}
                  sort={sort}
                  descending={descending}
                  onSort={onSort}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {above > 0 && <Spacer height={above} columns={columns.length} />}
            {items.map(({ index }) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <tr key={row.id} aria-rowindex={index + 2} className="h-[37px] border-b hover:bg-sunken">
                  {columns.map((column) => (
                    <td key={column.key} className={`truncate px-2 ${column.right ? 'text-right' : ''}`}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
            {below > 0 && <Spacer height={below} columns={columns.length} />}
          </tbody>
        </table>
      </div>
      <EdgeShadows {...beyond} />
    </div>
  );
}

const Spacer = ({ height, columns }: { height: number; columns: number }) => (
  <tr>
    <td colSpan={columns} style={{ height }} />
  </tr>
);

function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody a[data-row]')];
  const here = links.indexOf(document.activeElement as HTMLElement);
  const next = links[here < 0 ? 0 : here + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
