import { useEffect, useRef } from 'react';
import { useSubscription } from 'urql';
import type { RunStatus } from '@/generated/graphql';
import { AnyRunChanged } from './run.operations';

/** Rows on hand change through the cache; a run that is not among them may belong there: it is reported once per state. */
export function useUnlistedRun(
  rows: readonly { id: string }[] | null,
  onRun: (run: { id: string; status: RunStatus }) => void,
): void {
  const [{ data }] = useSubscription({ query: AnyRunChanged });
  const seen = useRef(new Set<string>());
  useEffect(() => {
    if (!data || !rows) return;
    const { id, status } = data.runChanged;
    const key = `${id} ${status}`;
    if (seen.current.has(key) || rows.some((row) => row.id === id)) return;
    seen.current.add(key);
    onRun({ id, status });
  }, [data, rows, onRun]);
}
