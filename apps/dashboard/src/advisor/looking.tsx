import { useMutation } from 'urql';
import { IfMaking } from '@/access/if-making';
import { formatDuration } from '@/format/duration';
import type { AdviceFragment } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { hasEnded } from '@/runs/status-badge';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import { ProgressBar } from '@/ui/progress-bar';
import { useCountdown } from '@/ui/use-countdown';
import { CancelRecommendation } from './advisor.operations';

type Props = Pick<AdviceFragment, 'id' | 'status' | 'progress'>;

/** How far the advisor is, and how to stop it. */
export function Looking({ id, status, progress }: Props) {
  const [cancelled, cancel] = useMutation(CancelRecommendation);
  const problem = problemOf(cancelled.error);
  const left = useCountdown(progress?.secondsLeft ?? null);
  if (hasEnded(status))
    return <p className="mb-4 text-muted">It was cancelled. Ask again for an answer that can be started.</p>;
  return (
    <div role="status" className="mb-5">
      <ProgressBar
        label="Progress of the advisor"
        share={progress ? progress.done / Math.max(1, progress.total) : 0}
        className="mb-2"
      />
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-muted">
          {progress ? `Trying ${progress.doing}` : 'Waiting for a worker'}
          {left !== null && left > 0 && `, about ${formatDuration(left)} left`}
        </p>
        <IfMaking>
          <Button className="ml-auto" disabled={cancelled.fetching} onClick={() => void cancel({ id })}>
            Stop
          </Button>
        </IfMaking>
      </div>
      {problem && <ProblemNote problem={problem} className="mt-2" />}
    </div>
  );
}
