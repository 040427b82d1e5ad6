'use client';
import { formatShare } from '@/format/number';
import type { VersionStatisticsFragment } from '@/generated/graphql';
import { ProblemNote } from '@/ui/problem-note';
import { ProgressBar } from '@/ui/progress-bar';
import { ImportActions } from './import-actions';
import { importTitle } from './import-title';

/** A version that is being read, or could not be. */
export function ImportProgress({ version }: { version: VersionStatisticsFragment }) {
  const { id, status, progress, failure } = version;
  const actions = <ImportActions versionId={id} status={status} />;
  if (status === 'FAILED') {
    const problem = failure ?? {
      code: 'IMPORT_FAILED',
      message: 'The import failed, and no reason was recorded.',
    };
    return (
      <>
        <ProblemNote
          problem={problem}
          title={importTitle(problem, 'The import failed. Nothing of it was kept.')}
          className="mb-4"
        />
        <div className="flex flex-wrap gap-2">{actions}</div>
      </>
    );
  }
  return (
    <div className="rounded-lg border px-5 py-8 text-center">
      <p className="mb-3 font-medium" aria-live="polite">
        Importing, {formatShare(progress, 0)}
      </p>
      <ProgressBar label="Import" share={progress} className="mx-auto max-w-sm" />
      <p className="my-3 text-muted">Examples are read, checked and packed. You can leave this page.</p>
      <div className="flex flex-wrap justify-center gap-2">{actions}</div>
    </div>
  );
}
