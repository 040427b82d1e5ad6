import { formatCount } from '@/format/number';
import type { EvaluationRowFragment } from '@/generated/graphql';
import { hasEnded } from '@/runs/status-badge';
import { FeatureProgress } from '@/ui/feature-progress';
import { ProgressBar } from '@/ui/progress-bar';
import { figureRange, figureValue } from './figure-text';

/** How far it is, and the accuracy so far. */
export function EvaluationProgressLine({ evaluation }: { evaluation: EvaluationRowFragment }) {
  const { status, progress } = evaluation;
  if (hasEnded(status)) return null;
  if (status === 'QUEUED') return <p className="text-muted">Waiting for a worker.</p>;
  const { units, of, accuracy, features } = progress;
  if (features) return <FeatureProgress features={features} />;
  return (
    <div>
      <ProgressBar label="Scored" share={units / Math.max(1, of)} className="mb-2" />
      <p className="text-muted">
        {formatCount(units)} of {formatCount(of)} scored
        {accuracy && (
          <>
            , accuracy so far <strong className="font-semibold text-ink">{figureValue(accuracy)}</strong>{' '}
            {figureRange(accuracy)}
          </>
        )}
      </p>
    </div>
  );
}
