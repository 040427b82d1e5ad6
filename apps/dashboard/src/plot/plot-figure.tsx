'use client';
import type { CsvCell } from '@kshot/domain/browser';
import { type ReactNode, useRef } from 'react';
import { ExportMenu } from '@/chart/export-menu';
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
          <ExportMenu
            title={title}
            formats={[
              {
                name: 'Drawing (SVG)',
                save: () => drawing.current && saveDrawing(title, drawing.current),
              },
              { name: 'Numbers (CSV)', save: () => saveRows(title, rows()) },
            ]}
          />
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
