import { type Client, createClient } from 'graphql-ws';
import { currentProject } from '@/projects/current-project';
import { goToSignIn } from '@/sign-in/go-to-sign-in';
import { address } from '@/url/address';
import { liveState, setLiveState } from './live-state';
import { retryWait } from './retry-wait';

/**
 * The WebSocket straight to the API. It opens with the first subscription and never gives up:
 * it waits longer each time, and a silent connection is taken for dead after 10 s.
 */
export function createLiveClient(url: string, needsToken: boolean): Client {
  return createClient({
    url,
    connectionParams: async () => ({ ...(needsToken ? await fetchTicket() : {}), project: currentProject() }),
    lazyCloseTimeout: 1_000,
    keepAlive: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => new Promise((go) => setTimeout(go, retryWait(retries, Math.random()))),
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

/** What opens a socket where an access token is set; a new one for each connection. */
async function fetchTicket(): Promise<Record<string, unknown>> {
  const response = await fetch(address('/ticket'), { method: 'POST' });
  if (response.status === 401) goToSignIn();
  return response.json();
}
