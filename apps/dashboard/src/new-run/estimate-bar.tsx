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
    <div className="sticky bottom-14 z-20 -mx-4 mt-6 border-t bg-canvas px-4 py-3 lg:bottom-0 lg:-mx-8 lg:px-8">
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
            <Item name="Steps" value={formatCount(estimate.steps)} />
            <Item name="Parameters" value={formatCount(estimate.parameters)} />
          </dl>
        ) : (
          <p className="text-muted">{missing ?? (problem ? 'No estimate.' : 'Estimating…')}</p>
        )}
        <Button
          look="primary"
          className="ml-auto h-9 px-5 max-sm:w-full"
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

const Item = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt className="text-[12px] leading-4 text-muted">{name}</dt>
    <dd className="font-semibold">{value}</dd>
  </div>
);
