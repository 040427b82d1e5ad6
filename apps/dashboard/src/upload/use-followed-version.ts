import { useEffect, useState } from 'react';
import { VersionChanged } from '@/data/version.operations';
import type { Problem } from '@/graphql/problem';
import { useFollowed } from '@/graphql/use-live';

/** A version that is being made. */
export interface StartedVersion {
  readonly id: string;
  readonly number: number;
  readonly dataSet: { readonly id: string };
}

const DELETED: Problem = {
  code: 'NOT_FOUND',
  message: 'The version was deleted while it was being made. Import the file again.',
};

/** Follows a version to its end: what it was made of stays on the page until it is ready. */
export function useFollowedVersion(onReady: (version: StartedVersion) => void) {
  const [started, follow] = useState<StartedVersion | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { data } = useFollowed(VersionChanged, started?.id ?? null, () => {
    follow(null);
    setProblem(DELETED);
  });
  const version = data?.versionChanged.id === started?.id ? data?.versionChanged : undefined;
  const { status, failure } = version ?? {};
  useEffect(() => {
    if (!started) return;
    if (status === 'READY') {
      follow(null);
      onReady(started);
    }
    if (status === 'FAILED') {
      follow(null);
      setProblem(
        failure ?? { code: 'IMPORT_FAILED', message: 'The import failed, and no reason was recorded.' },
      );
    }
  }, [started, status, failure, onReady]);
  return { follow, followed: started?.id ?? null, share: version?.progress ?? 0, problem, setProblem };
}
