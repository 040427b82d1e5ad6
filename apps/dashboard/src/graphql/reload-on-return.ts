import { liveState, onLiveState } from './live-state';

/** What changed while the connection was away is not told again: read it once more. */
export function reloadOnReturn(reload: () => void): () => void {
  let away = false;
  return onLiveState(() => {
    if (away && liveState() === 'live') reload();
    away = liveState() === 'reconnecting';
  });
}
