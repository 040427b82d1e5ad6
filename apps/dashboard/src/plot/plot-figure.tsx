'use client';
import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { IconButton } from '@/ui/button';
import { MENU, MENU_ITEM } from '@/ui/menu';
import type { CsvCell } from './csv-text';
import { saveDrawing, saveRows } from './save-drawing';
import { useWidth } from './use-width';

type Props = {
  title: string;
  /** What it shows, in a sentence for somebody who knows no statistics. */
  sentence: ReactNode;
  rows: () => readonly (readonly CsvCell[])[];
  height: number;
  /** Whether what is drawn can be focused; a drawing that is only seen is one picture to a screen reader. */
  interactive?: boolean;
  /** Draws into the given width. */
  children: (width: number) => ReactNode;
};

/** A drawing with its title, what it says, and its export as SVG and CSV. */
export function PlotFigure({ title, sentence, rows, height, interactive = false, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const width = useWidth(box);
  return (
    <figure className="min-w-0" aria-label={title}>
      <figcaption className="mb-2">
        <span className="flex min-h-8 items-center justify-between gap-2">
          <span className="font-medium">{title}</span>
          <DropdownMenu.Root>
            <DropdownMenu.Trigger asChild>
              <IconButton name={`Export ${title}`}>
                <Download aria-hidden />
              </IconButton>
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content align="end" sideOffset={4} className={MENU}>
                <DropdownMenu.Item
                  className={MENU_ITEM}
                  onSelect={() => drawing.current && saveDrawing(title, drawing.current)}
                >
                  Drawing (SVG)
                </DropdownMenu.Item>
                <DropdownMenu.Item className={MENU_ITEM} onSelect={() => saveRows(title, rows())}>
                  Numbers (CSV)
                </DropdownMenu.Item>
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        </span>
        <span className="block max-w-prose text-[12px] text-muted">{sentence}</span>
      </figcaption>
      <div ref={box} className="min-w-0" style={{ minHeight: height }}>
        {width > 0 && (
          <svg
            ref={drawing}
            width={width}
            height={height}
            role={interactive ? 'group' : 'img'}
            aria-label={title}
            fontSize={11}
          >
            {children(width)}
          </svg>
        )}
      </div>
    </figure>
  );
}
