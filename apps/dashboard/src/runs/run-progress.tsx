import { formatDuration } from '@/format/duration';
import { formatCount } from '@/format/number';
import type { RunRowFragment } from '@/generated/graphql';
import { FeatureProgress } from '@/ui/feature-progress';
import { ProgressBar } from '@/ui/progress-bar';
import { hasEpochs } from './is-solved';
import { hasEnded } from './status-badge';

/** How far a run is and how long it still takes. */
export function RunProgressLine({ run }: { run: RunRowFragment }) {
  const { progress, status } = run;
  if (!progress) {
    return status === 'QUEUED' ? <p className="text-muted">Waiting for a worker.</p> : null;
  }
  const { step, steps, epoch, epochs, secondsElapsed, secondsLeft, features, heads } = progress;
  const ended = hasEnded(status);
  if (features) return <FeatureProgress features={features} />;
  const share = heads ? heads.done / heads.total : steps > 0 ? step / steps : 0;
  return (
    <div>
      {!ended && <ProgressBar label="Progress of the run" share={share} className="mb-2" />}
      <p className="flex flex-wrap gap-x-4 text-muted">
        {heads && !ended && (
          <span>
            Comparing heads: fit {formatCount(heads.done)} of {formatCount(heads.total)}
          </span>
        )}
        {steps > 1 && hasEpochs(run) && (
          <span>
            Epoch <strong className="font-semibold text-ink">{formatCount(epoch)}</strong> of{' '}
            {formatCount(epochs)}
          </span>
        )}
        {steps > 1 && (
          <span>
            Step <strong className="font-semibold text-ink">{formatCount(step)}</strong> of{' '}
            {formatCount(steps)}
          </span>
        )}
        <span>
          {formatDuration(secondsElapsed)} {ended ? 'of training' : 'elapsed'}
        </span>
        {!ended && (
          <span>
            {secondsLeft == null ? 'time left not known yet' : `${formatDuration(secondsLeft)} left`}
          </span>
        )}
      </p>
    </div>
  );
}
