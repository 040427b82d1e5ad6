import { ProblemNote } from '@/ui/problem-note';
import { UploadProgress } from '../upload-progress';
import type { FileLook } from './use-file-look';

type Props = { look: FileLook; refused: string };

/** How far the file and the look at it are, or why it cannot be taken. */
export const FileLookProgress = ({ look: { state, plan, looking, unreadable }, refused }: Props) => (
  <>
    <UploadProgress state={state} starting="Looking at the file…" />
    {/* Not while it is looked at again: a line that comes and goes moves buttons away under a click. */}
    {state.stage === 'ready' && looking && !plan && (
      <p className="text-muted" aria-live="polite">
        Looking at the file…
      </p>
    )}
    {unreadable && <ProblemNote problem={unreadable} title={refused} />}
  </>
);
