'use client';
import { Play, TriangleAlert } from 'lucide-react';
import { formatBytes } from '@/format/bytes';
import { formatDuration } from '@/format/duration';
import { formatCount } from '@/format/number';
import type { EstimateFragment } from '@/generated/graphql';
import type { Problem } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';

type Props = {
  estimate: EstimateFragment | null;
  /** Why there can be no estimate yet. */
  missing: string | null;
  problem: Problem | null;
  starting: boolean;
  onStart: () => void;
};

/** What the run will take, always in sight beside the button that starts it. */
export function EstimateBar({ estimate, missing, problem, starting, onStart }: Props) {
  return (
    <div className="sticky bottom-[50px] z-20 -mx-4 mt-6 border-t bg-canvas px-4 py-2 sm:py-3 lg:bottom-0 lg:-mx-8 lg:px-8">
      {problem && <ProblemNote problem={problem} className="mb-3" />}
      {!problem &&
        estimate?.warnings.map((warning) => (
          <p key={warning} className="mb-2 flex gap-2 text-warn">
            <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
            {warning}
          </p>
        ))}
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        {estimate && !missing && !problem ? (
          <dl aria-label="Estimate" className="flex flex-wrap gap-x-8 gap-y-1">
            <Item name="Time" value={`about ${formatDuration(estimate.seconds)}`} />
            <Item name="Memory" value={formatBytes(estimate.memoryBytes)} />
            <Item wide name="Steps" value={formatCount(estimate.steps)} />
            <Item wide name="Parameters" value={formatCount(estimate.parameters)} />
          </dl>
        ) : (
          <p className="text-muted">{missing ?? (problem ? 'No estimate.' : 'Estimating…')}</p>
        )}
        <Button
          look="primary"
          className="ml-auto h-9 px-5"
          disabled={starting || missing !== null}
          onClick={onStart}
        >
          <Play aria-hidden />
          {starting ? 'Starting…' : 'Start run'}
        </Button>
      </div>
    </div>
  );
}

/** `wide` ones leave their place to the button in a narrow window. */
const Item = ({ name, value, wide }: { name: string; value: string; wide?: boolean }) => (
  <div className={wide ? 'max-sm:hidden' : ''}>
    <dt className="text-[12px] leading-4 text-muted">{name}</dt>
    <dd className="font-semibold">{value}</dd>
  </div>
);
