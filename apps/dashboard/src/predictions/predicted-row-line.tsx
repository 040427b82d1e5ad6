import { TriangleAlert } from 'lucide-react';
import Image from 'next/image';
import { type ReactNode, useState } from 'react';
import type { PredictedRowsQuery } from '@/generated/graphql';
import { AnswerBar } from './answer-bar';

type Row = NonNullable<PredictedRowsQuery['prediction']>['rows']['nodes'][number];

const SHOWN_CELLS = 6;
const SHOWN_CLASSES = 4;

type Props = {
  row: Row;
  columns: string[];
  /** Shows what the answer rests on, where that can be told. */
  why?: (() => ReactNode) | undefined;
};

/** A row of the file beside its answer: the class, how probable it is, and what else is possible. */
export function PredictedRowLine({ row, columns, why }: Props) {
  const [open, setOpen] = useState(false);
  const { label, problem } = row;
  const wrong = label && row.class && label !== row.class;
  return (
    <li className="grid gap-x-6 gap-y-1 py-2 sm:grid-cols-[3.5rem_minmax(0,1fr)_minmax(0,18rem)]">
      <span className="text-[12px] leading-5 text-faint tabular-nums">
        <span className="sm:sr-only">Row </span>
        {row.row}
      </span>
      <div className="flex min-w-0 items-start gap-3">
        {row.thumbnail && (
          <Image
            unoptimized
            src={row.thumbnail}
            alt=""
            width={44}
            height={44}
            className="thumbnail size-11 shrink-0 rounded border bg-white object-cover"
          />
        )}
        <p className="line-clamp-2 min-w-0 [overflow-wrap:anywhere]">{contentOf(row, columns)}</p>
      </div>
      {problem ? (
        <p className="flex min-w-0 gap-2 text-warn">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          <span className="min-w-0 [overflow-wrap:anywhere]">{problem}</span>
        </p>
      ) : (
        <div className="min-w-0">
          <AnswerBar name={row.class} probability={row.probability ?? 0} />
          <p className="mt-1 text-[12px] text-muted [overflow-wrap:anywhere]">
            {wrong && <span className="text-bad">The file says {label}. </span>}
            {possible(row)}
          </p>
          {why && (
            <button
              type="button"
              aria-expanded={open}
              aria-label={`Why row ${row.row} is ${row.class}`}
              onClick={() => setOpen(!open)}
              className="mt-1 text-[12px] text-muted underline underline-offset-2 hover:text-ink"
            >
              {open ? 'Hide why' : 'Why?'}
            </button>
          )}
        </div>
      )}
      {open && why && <div className="sm:col-span-3">{why()}</div>}
    </li>
  );
}

function contentOf({ name, cells }: Row, columns: string[]): string {
  if (cells.length === 0) return name ?? '';
  if (cells.length === 1) return cells[0] ?? '';
  return cells
    .slice(0, SHOWN_CELLS)
    .map((cell, i) => `${columns[i] ?? ''}: ${cell}`)
    .join(', ');
}

function possible({ set, noneOfThese }: Row): string {
  if (noneOfThese) return 'None of these: it is not sure enough.';
  if (!set || set.length === 1) return '';
  if (set.length === 0) return 'Less sure than of most examples: check it yourself.';
  const more = set.length - SHOWN_CLASSES;
  return `It may be ${set.slice(0, SHOWN_CLASSES).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
