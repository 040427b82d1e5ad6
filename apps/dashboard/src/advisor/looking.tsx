import { formatDuration } from '@/format/duration';
import type { AdviceFragment } from '@/generated/graphql';
import { ProgressBar } from '@/ui/progress-bar';
import { useCountdown } from '@/ui/use-countdown';

type Props = Pick<AdviceFragment, 'progress'>;

/** How far the advisor is. */
export function Looking({ progress }: Props) {
  const left = useCountdown(progress?.secondsLeft ?? null);
  return (
    <div role="status" className="mb-5">
      <ProgressBar
        label="Progress of the advisor"
        share={progress ? progress.done / Math.max(1, progress.total) : 0}
        className="mb-2"
      />
      <p className="text-muted">
        {progress ? `Trying ${progress.doing}` : 'Waiting for a worker'}
        {left !== null && left > 0 && `, about ${formatDuration(left)} left`}
      </p>
    </div>
  );
}
