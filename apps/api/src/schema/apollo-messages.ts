import type { GraphQLFormattedError } from 'graphql';

/** What Apollo refuses, in words that say what to do instead. */
export function messageOf({ message, extensions = {} }: GraphQLFormattedError): string {
  if (extensions.code === 'PERSISTED_QUERY_NOT_SUPPORTED')
    return 'Persisted queries are not supported. Send the whole operation as `query`.';
  return others[message] ?? message;
}

const others: Readonly<Record<string, string>> = {
  'Operation batching disabled.': 'A request takes one operation. Send one request for each.',
  'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.':
    'The request has no operation. Send it as `query`.',
};
