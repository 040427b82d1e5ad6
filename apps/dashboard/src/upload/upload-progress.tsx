import { formatShare } from '@/format/number';
import { ProblemNote } from '@/ui/problem-note';
import { ProgressBar } from '@/ui/progress-bar';
import type { useUpload } from './use-upload';

type Props = { state: ReturnType<typeof useUpload>['state']; starting: string };

/** How far the file is, or why it was refused. */
export function UploadProgress({ state: { stage, share, problem }, starting }: Props) {
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      {stage !== 'ready' && (
        <div aria-live="polite">
          <p className="mb-1.5 text-muted">
            {stage === 'starting' ? starting : `Sending, ${formatShare(share, 0)}`}
          </p>
          <ProgressBar label="Upload" share={share} />
        </div>
      )}
    </>
  );
}
