import { ImportActions } from '@/data/import-actions';
import { formatShare } from '@/format/number';
import { ProgressBar } from '@/ui/progress-bar';

type Props = {
  label: string;
  doing: string;
  share: number;
  /** The version that is made; null while it is asked for. */
  versionId: string | null;
};

/** How far a version is, and how to stop it. */
export const LabelledProgress = ({ label, doing, share, versionId }: Props) => (
  <div className="flex flex-wrap items-end justify-end gap-2">
    <div aria-live="polite" className="min-w-0 flex-1">
      <p className="mb-1.5 text-muted">
        {doing}, {formatShare(share, 0)}
      </p>
      <ProgressBar label={label} share={share} />
    </div>
    {versionId && <ImportActions versionId={versionId} status="IMPORTING" />}
  </div>
);
