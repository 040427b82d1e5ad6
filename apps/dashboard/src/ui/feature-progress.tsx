import { formatCount } from '@/format/number';
import { ProgressBar } from './progress-bar';

/** How many examples have gone through a backbone. */
export function FeatureProgress({
  features: { done, total },
}: {
  features: { done: number; total: number };
}) {
  return (
    <div>
      <ProgressBar label="Features of the examples" share={done / total} className="mb-2" />
      <p className="text-muted">
        Features of {formatCount(done)} of {formatCount(total)} examples; they are kept for the next time.
      </p>
    </div>
  );
}
