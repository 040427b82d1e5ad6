'use client';
import { formatShare } from '@/format/number';
import type { VersionStatisticsFragment } from '@/generated/graphql';
import { ProblemNote } from '@/ui/problem-note';
import { ProgressBar } from '@/ui/progress-bar';

/** A version that is being read, or could not be. */
export function ImportProgress({ version }: { version: VersionStatisticsFragment }) {
  const { status, progress, failure } = version;
  if (status === 'FAILED') {
    const unknown = { code: 'IMPORT_FAILED', message: 'The import failed, and no reason was recorded.' };
    return <ProblemNote problem={failure ?? unknown} title="The import failed. Nothing of it was kept." />;
  }
  return (
    <div className="rounded-lg border px-5 py-8 text-center">
      <p className="mb-3 font-medium" aria-live="polite">
        Importing, {formatShare(progress, 0)}
      </p>
      <ProgressBar label="Import" share={progress} className="mx-auto max-w-sm" />
      <p className="mt-3 text-muted">Examples are read, checked and packed. You can leave this page.</p>
    </div>
  );
}
