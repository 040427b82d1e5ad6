import { useEffect, useEffectEvent } from 'react';
import { useSubscription } from 'urql';
import { Deleted } from './deletions.operations';

/** Follows what anybody deletes: the cache forgets its lists, which ask again. Calls back when it is the thing with this id. */
export function useDeletions(id?: string, onDeleted?: () => void): void {
  const [{ data }] = useSubscription({ query: Deleted });
  const isGone = id !== undefined && data?.deleted.id === id;
  const report = useEffectEvent(() => onDeleted?.());
  useEffect(() => {
    if (isGone) report();
  }, [isGone]);
}
