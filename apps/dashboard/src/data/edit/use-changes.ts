import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Change, outcomeOf } from './changes';

/** The changes to a version that are not saved yet. */
export function useChanges() {
  const [changes, setChanges] = useState<Change[]>([]);
  const add = useCallback((change: Change) => setChanges((before) => [...before, change]), []);
  const undo = useCallback(
    (index: number) => setChanges((before) => before.filter((_, i) => i !== index)),
    [],
  );
  const discard = useCallback(() => setChanges([]), []);
  const outcome = useMemo(() => outcomeOf(changes), [changes]);
  const pending = changes.length > 0;
  useEffect(() => {
    if (!pending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [pending]);
  return { changes, outcome, add, undo, discard };
}

export type Changes = ReturnType<typeof useChanges>;
