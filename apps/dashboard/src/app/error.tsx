'use client';
import { RotateCw } from 'lucide-react';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** A fault of the dashboard itself. */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <ProblemNote
      title="This page failed"
      problem={{ code: error.digest ?? 'DASHBOARD_FAULT', message: error.message }}
      action={
        <Button onClick={reset}>
          <RotateCw aria-hidden />
          Try again
        </Button>
      }
    />
  );
}
