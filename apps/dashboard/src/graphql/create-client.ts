import { Client, type Exchange, fetchExchange, subscriptionExchange } from '@urql/core';
import type { Client as LiveClient } from 'graphql-ws';
import { createCache } from './cache';
import { logging } from './logging';

/** On the server nothing is fetched: pages arrive as their loading state and fill in the browser. */
const silent: Exchange = () => () => () => {};

/** HTTP goes through this origin's /graphql, subscriptions through `live`; `live` is null on the server. */
export function createClient(live: LiveClient | null): Client {
  if (!live) return new Client({ url: '/graphql', exchanges: [silent], preferGetMethod: false });
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [
      logging,
      createCache(),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({ unsubscribe: live.subscribe({ query: query ?? '', variables }, sink) }),
        }),
      }),
    ],
  });
}
