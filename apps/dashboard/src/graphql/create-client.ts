import { Client, type Exchange, fetchExchange, subscriptionExchange } from '@urql/core';
import type { Client as LiveClient } from 'graphql-ws';
import { chooseProject, currentProject } from '@/projects/current-project';
import { goToSignIn } from '@/sign-in/go-to-sign-in';
import { address } from '@/url/address';
import { createCache } from './cache';
import { logging } from './logging';

/** On the server nothing is fetched: pages arrive as their loading state and fill in the browser. */
const silent: Exchange = () => () => () => {};

/** HTTP goes through this origin's /graphql, subscriptions through `live`; `live` is null on the server. */
export function createClient(live: LiveClient | null): Client {
  if (!live) return new Client({ url: address('/graphql'), exchanges: [silent], preferGetMethod: false });
  return new Client({
    url: address('/graphql'),
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: fetchSignedIn,
    exchanges: [
      logging,
      createCache(),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: live.subscribe(
              { query: query ?? '', variables },
              {
                ...sink,
                // `useSubscription` does not tell that the API has ended one.
                complete() {
                  sink.next({ data: null, extensions: { ended: true } });
                  sink.complete();
                },
              },
            ),
          }),
        }),
      }),
    ],
  });
}

/** Whoever is no longer signed in is asked to sign in; a chosen project that is no longer there is forgotten. */
async function fetchSignedIn(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const project = currentProject();
  const headers = new Headers(init?.headers);
  if (project) headers.set('x-kshot-project', project);
  const response = await fetch(input, { ...init, headers });
  if (response.status === 401) goToSignIn();
  if (response.status === 404 && project) chooseProject(null);
  return response;
}
