'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef } from 'react';
import { useWidth } from '@/plot/use-width';
import { isPicture } from '../example-tile';
import { GalleryOption, type Mark, UNMARKED } from './gallery-option';
import type { ShownExample } from './use-examples';
import type { useSelection } from './use-selection';

const TILE = 104;
const LINE = 36;

type Props = {
  totalCount: number;
  at: (index: number) => ShownExample | undefined;
  show: (from: number, to: number) => void;
  selection: ReturnType<typeof useSelection>;
  columns: number;
  markOf: (example: ShownExample) => Mark;
  onOpen: (index: number) => void;
};

/** A list box of pictures or lines, of which only those in view exist. */
export function ExampleGallery({ totalCount, at, show, selection, columns, markOf, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const pictures = columns > 1;
  const virtual = useVirtualizer({
    count: Math.ceil(totalCount / columns),
    getScrollElement: () => box.current,
    estimateSize: () => (pictures ? TILE + 24 : LINE),
    overscan: 6,
  });
  const rows = virtual.getVirtualItems();
  const first = (rows[0]?.index ?? 0) * columns;
  const last = ((rows.at(-1)?.index ?? 0) + 1) * columns - 1;
  useEffect(() => show(first, Math.min(last, totalCount - 1)), [show, first, last, totalCount]);
  const activeRow = Math.floor(selection.active / columns);
  const { scrollToIndex } = virtual;
  useEffect(() => scrollToIndex(activeRow), [scrollToIndex, activeRow]);
  return (
    <div
      ref={box}
      role="listbox"
      aria-label="Examples"
      aria-multiselectable="true"
      aria-activedescendant={`${id}-${selection.active}`}
      tabIndex={0}
      onKeyDown={selection.onKeyDown}
      className="group max-h-[calc(100dvh-260px)] min-h-48 group-data-changed/version:max-h-[calc(100dvh-410px)] overflow-auto border-y"
    >
      <div role="presentation" className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {rows.flatMap(({ index: row, start }) =>
          Array.from({ length: Math.min(columns, totalCount - row * columns) }, (_, column) => {
            const index = row * columns + column;
            const example = at(index);
            return (
              <GalleryOption
                key={index}
                id={`${id}-${index}`}
                example={example}
                index={index}
                totalCount={totalCount}
                selected={example ? selection.selected.has(example.id) : false}
                active={index === selection.active}
                mark={example ? markOf(example) : UNMARKED}
                onClick={selection.onClick(index)}
                onOpen={() => onOpen(index)}
                style={{
                  top: start,
                  left: `${(100 * column) / columns}%`,
                  width: `${100 / columns}%`,
                  height: pictures ? TILE + 24 : LINE,
                }}
              />
            );
          }),
        )}
      </div>
    </div>
  );
}

/** How many examples go side by side. */
export function useColumns(example: ShownExample | undefined) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  return { ref, columns: example && isPicture(example) ? Math.max(2, Math.floor(width / TILE)) : 1 };
}
