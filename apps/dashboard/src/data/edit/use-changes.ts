import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type Change, outcomeOf } from './changes';
import { changesOf, listenToChanges, setChangesOf } from './pending-changes';

const none: readonly Change[] = [];

/** The changes to a version that are not saved yet. */
export function useChanges(versionId: string) {
  const changes = useSyncExternalStore(
    listenToChanges,
    () => changesOf(versionId),
    () => none,
  );
  const add = useCallback(
    (change: Change) => setChangesOf(versionId, [...changesOf(versionId), change]),
    [versionId],
  );
  const undo = useCallback(
    (index: number) =>
      setChangesOf(
        versionId,
        changesOf(versionId).filter((_, i) => i !== index),
      ),
    [versionId],
  );
  const discard = useCallback(() => setChangesOf(versionId, none), [versionId]);
  const outcome = useMemo(() => outcomeOf(changes), [changes]);
  return { changes, outcome, add, undo, discard };
}

export type Changes = ReturnType<typeof useChanges>;
