import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { type ListDefaults, type ListState, readListState, writeListState } from './list-state';

/** The list's state out of the address, and a way to change parts of it. `defaults` must be a constant. */
export function useListState(defaults: ListDefaults): [ListState, (change: Partial<ListState>) => void] {
  const params = useSearchParams();
  const state = useMemo(
    () => readListState(new URLSearchParams(params.toString()), defaults),
    [params, defaults],
  );
  const change = useCallback(
    (part: Partial<ListState>) => {
      const query = writeListState({ ...state, ...part }, defaults).toString();
      history.replaceState(null, '', query ? `?${query}` : location.pathname);
    },
    [state, defaults],
  );
  return [state, change];
}

/** One value of the address' query; null removes it. */
export function useUrlValue(name: string): [string | null, (value: string | null) => void] {
  const params = useSearchParams();
  const set = useCallback(
    (value: string | null) => {
      const next = new URLSearchParams(location.search);
      if (value === null || value === '') next.delete(name);
      else next.set(name, value);
      history.replaceState(null, '', next.size > 0 ? `?${next}` : location.pathname);
    },
    [name],
  );
  return [params.get(name), set];
}
