import type { Change } from './changes';

/** Changes that are not saved, by version: they stay while the tab is open, whatever page is shown. */
const pending = new Map<string, readonly Change[]>();
const listeners = new Set<() => void>();
const NONE: readonly Change[] = [];

export const changesOf = (versionId: string): readonly Change[] => pending.get(versionId) ?? NONE;

export function setChangesOf(versionId: string, changes: readonly Change[]): void {
  if (changes.length > 0) pending.set(versionId, changes);
  else pending.delete(versionId);
  if (pending.size > 0) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
  for (const listener of listeners) listener();
}

export function listenToChanges(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault();
