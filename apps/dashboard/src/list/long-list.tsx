'use client';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useLoadMore } from './use-load-more';

type Props<Row> = {
  label: string;
  rows: Row[];
  totalCount: number;
  /** About how high a row is, in pixels; each is measured once it is there. */
  rowHeight: number;
  render: (row: Row) => ReactNode;
  hasMore: boolean;
  loadMore: () => void;
};

/** A list of any length that scrolls with the page: only the rows in view exist, and the next ones are asked for in time. */
export function LongList<Row extends { id: string }>(props: Props<Row>) {
  const { label, rows, totalCount, rowHeight, render } = props;
  const box = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(box.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    scrollMargin: top,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  useLoadMore(props, items.at(-1)?.index ?? 0, 10);
  return (
    <ul ref={box} aria-label={label} className="relative border-t" style={{ height: virtual.getTotalSize() }}>
      {items.map(({ index, key, start }) => {
        const row = rows[index];
        return (
          row && (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={totalCount}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {render(row)}
            </li>
          )
        );
      })}
    </ul>
  );
}
