'use client';
import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { problemOf } from '@/graphql/problem';
import { Button } from './button';
import { Loading } from './loading';
import { ProblemNote } from './problem-note';

type Props<T> = {
  data: T | null | undefined;
  error: CombinedError | undefined;
  retry: () => void;
  rows?: number;
  children: (data: T) => ReactNode;
};

/** What a query gave: its data, or loading, or the problem with a way to try again. Old data outlive an error. */
export function Answer<T>({ data, error, retry, rows, children }: Props<T>) {
  const problem = problemOf(error);
  const again = (
    <Button onClick={retry}>
      <RotateCw aria-hidden />
      Try again
    </Button>
  );
  if (!data && problem)
    return <ProblemNote problem={problem} title="This could not be loaded" action={again} />;
  if (!data) return <Loading rows={rows} />;
  return (
    <>
      {problem && <ProblemNote problem={problem} action={again} className="mb-4" />}
      {children(data)}
    </>
  );
}
