import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '@/graphql/problem';

type Props = { problem: Problem; title?: string; action?: ReactNode; className?: string };

/** What went wrong and what to do about it, announced to screen readers. */
export function ProblemNote({ problem, title, action, className = '' }: Props) {
  return (
    <div role="alert" className={`flex gap-3 rounded-lg bg-bad-soft px-4 py-3 ${className}`}>
      <TriangleAlert className="mt-0.5 size-4 shrink-0 text-bad" aria-hidden />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        <p className="break-words">{problem.message}</p>
        <p className="mt-1 font-mono text-[11px] text-muted">{problem.code}</p>
      </div>
      {action}
    </div>
  );
}
