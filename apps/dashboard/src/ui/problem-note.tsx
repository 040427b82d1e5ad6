import { Ban, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '@/graphql/problem';

type Props = { problem: Problem; title?: string; action?: ReactNode; className?: string };

const FAILED = { role: 'alert', icon: TriangleAlert, colour: 'text-bad', ground: 'bg-bad-soft' };
/** What a user stopped has not failed. */
const CANCELLED = { role: 'status', icon: Ban, colour: 'text-muted', ground: 'bg-sunken' };

/** What went wrong and what to do about it, announced to screen readers. */
export function ProblemNote({ problem, title, action, className = '' }: Props) {
  const { role, icon: Icon, colour, ground } = problem.code === 'CANCELLED' ? CANCELLED : FAILED;
  return (
    <div role={role} className={`flex gap-3 rounded-lg px-4 py-3 ${ground} ${className}`}>
      <Icon className={`mt-0.5 size-4 shrink-0 ${colour}`} aria-hidden />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        <p className="break-words">{problem.message}</p>
        <p className="mt-1 font-mono text-[11px] text-muted">{problem.code}</p>
      </div>
      {action}
    </div>
  );
}
