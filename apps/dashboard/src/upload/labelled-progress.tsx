import { formatShare } from '@/format/number';
import { ProgressBar } from '@/ui/progress-bar';

type Props = { label: string; doing: string; share: number };

/** What is going on, and how far it is. */
export const LabelledProgress = ({ label, doing, share }: Props) => (
  <div aria-live="polite">
    <p className="mb-1.5 text-muted">
      {doing}, {formatShare(share, 0)}
    </p>
    <ProgressBar label={label} share={share} />
  </div>
);
