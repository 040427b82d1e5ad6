import { useSyncExternalStore } from 'react';

/** What the one WebSocket to the API is doing. `idle`: nothing on the page is live. */
export type LiveState = 'idle' | 'connecting' | 'live' | 'reconnecting';

let state: LiveState = 'idle';
const listeners = new Set<() => void>();

export function setLiveState(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

export function onLiveState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function liveState(): LiveState {
  return state;
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(onLiveState, liveState, () => 'idle');
}
