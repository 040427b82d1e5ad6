import { type Client, createClient } from 'graphql-ws';
import { liveState, setLiveState } from './live-state';

/**
 * The WebSocket straight to the API. It opens with the first subscription and never gives up:
 * waits double from 0.3 s to 5 s, and a silent connection is taken for dead after 10 s.
 */
export function createLiveClient(url: string, token: string | null): Client {
  return createClient({
    url,
    connectionParams: token ? { token, authorization: `Bearer ${token}` } : undefined,
    lazyCloseTimeout: 1_000,
    keepAlive: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => new Promise((go) => setTimeout(go, Math.min(5_000, 300 * 2 ** retries))),
    on: {
      connecting: (isRetry) => setLiveState(isRetry ? 'reconnecting' : 'connecting'),
      connected: () => setLiveState('live'),
      closed: (event) => setLiveState(closedOnPurpose(event) ? 'idle' : 'reconnecting'),
      error: () => liveState() !== 'idle' && setLiveState('reconnecting'),
    },
  });
}

function closedOnPurpose(event: unknown): boolean {
  return event instanceof CloseEvent && event.code === 1000;
}
