import { useEffect, useEffectEvent, useRef } from 'react';
import { type TypedDocumentNode, useSubscription } from 'urql';

/** Rows on hand change through the cache; what changes and is not among them may belong there: it is reported once per state. */
export function useUnlisted<Data, Changed extends { id: string; status: string }>(
  changed: TypedDocumentNode<Data, { [key: string]: never }>,
  pick: (data: Data) => Changed,
  rows: readonly { id: string }[] | null,
  onChange: (changed: Changed) => void,
): void {
  const [{ data }] = useSubscription({ query: changed, variables: {} });
  const seen = useRef(new Set<string>());
  const report = useEffectEvent(onChange);
  useEffect(() => {
    if (!data || !rows) return;
    const one = pick(data);
    const key = `${one.id} ${one.status}`;
    if (seen.current.has(key) || rows.some((row) => row.id === one.id)) return;
    seen.current.add(key);
    report(one);
  }, [data, rows, pick]);
}
