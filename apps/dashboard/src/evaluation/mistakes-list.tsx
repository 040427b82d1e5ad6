'use client';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ExampleStrip } from '@/data/example-strip';
import { formatMany } from '@/format/number';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { MistakesQuery } from './evaluation-detail.operations';

const FEW = 8;

/** The most frequent mistakes with the examples behind them. */
export function MistakesList({ id }: { id: string }) {
  const [cells, setCells] = useState(FEW);
  const [{ data, error }, refetch] = useQuery({ query: MistakesQuery, variables: { id, cells } });
  return (
    <Answer
      data={data?.evaluation?.report}
      error={error}
      retry={() => refetch({ requestPolicy: 'network-only' })}
    >
      {({ confusion }) =>
        confusion.length === 0 ? (
          <p className="text-muted">It made no mistake.</p>
        ) : (
          <>
            <ul>
              {confusion.map(({ truth, predicted, count, examples }) => (
                <li
                  key={`${truth} ${predicted}`}
                  className="grid gap-x-6 gap-y-1 border-b py-2 md:grid-cols-[280px_1fr]"
                >
                  <span className="min-w-0">
                    <span className="block truncate">
                      <strong className="font-semibold">{truth}</strong> taken for{' '}
                      <strong className="font-semibold">{predicted}</strong>
                    </span>
                    <span className="text-[12px] text-muted">{formatMany(count, 'time')}</span>
                  </span>
                  <ExampleStrip examples={examples} size={40} />
                </li>
              ))}
            </ul>
            {confusion.length === cells && (
              <Button look="quiet" className="mt-2 -ml-3" onClick={() => setCells(cells + 24)}>
                Show more mistakes
              </Button>
            )}
          </>
        )
      }
    </Answer>
  );
}
