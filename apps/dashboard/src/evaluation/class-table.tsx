'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '@/format/number';
import type { EvaluationDetailFragment } from '@/generated/graphql';
import { saveRows } from '@/plot/save-drawing';
import { Button } from '@/ui/button';
import { SideScroller } from '@/ui/scroll/side-scroller';
import { figureMeaning, figureRange, figureValue } from './figure-text';

type Report = NonNullable<EvaluationDetailFragment['report']>;
const FEW = 12;

/** Class by class, the one that is found least first. */
export function ClassTable({ report }: { report: Report }) {
  const [all, setAll] = useState(false);
  const classes = [...report.classes].sort((a, b) => (a.recall.value ?? 2) - (b.recall.value ?? 2));
  const shown = all ? classes : classes.slice(0, FEW);
  const parts = ['precision', 'recall', 'f1'] as const;
  const csv = () => [
    ['class', 'examples', ...parts.flatMap((part) => [part, `${part} low`, `${part} high`])],
    ...classes.map((one) => [
      one.class,
      one.examples,
      ...parts.flatMap((part) => [one[part].value, one[part].low, one[part].high]),
    ]),
  ];
  return (
    <>
      <p className="mb-2 text-[12px] text-muted">
        Precision: of what it took for the class, the share that was it. Recall: of the class, the share that
        it found. The class that is found least comes first.
      </p>
      <SideScroller label="Classes, scrolling">
        <table aria-label="Classes" className="w-full max-w-4xl">
          <thead>
            <tr className="border-b text-left text-muted">
              {['Class', 'Scored', 'Precision', 'Recall', 'F1'].map((title, i) => (
                <th key={title} scope="col" className={`py-1 pr-4 font-normal ${i > 0 ? 'text-right' : ''}`}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.class} className="border-b">
                <th scope="row" className="max-w-56 truncate py-1 pr-4 text-left font-medium">
                  {one.class}
                </th>
                <td className="pr-4 text-right">{formatCount(one.examples)}</td>
                {parts.map((part) => (
                  <td
                    key={part}
                    className="pr-4 text-right whitespace-nowrap"
                    title={figureMeaning(one[part])}
                  >
                    {figureValue(one[part])}{' '}
                    <span className="text-[12px] text-muted">{figureRange(one[part])}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </SideScroller>
      <div className="mt-2 flex gap-2">
        {classes.length > FEW && (
          <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)} className="-ml-3">
            {all ? 'Show fewer' : `Show all ${formatCount(classes.length)} classes`}
          </Button>
        )}
        <Button look="quiet" onClick={() => saveRows('Classes', csv())}>
          <Download aria-hidden />
          Classes (CSV)
        </Button>
      </div>
    </>
  );
}
