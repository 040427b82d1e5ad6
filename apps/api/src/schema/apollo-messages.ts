import type { GraphQLFormattedError } from 'graphql';
import { settings } from '../settings.js';

/** What Apollo and GraphQL itself refuse, in words that say what to do. */
export function messageOf(error: GraphQLFormattedError): string {
  const { message, extensions = {} } = error;
  if (extensions.code === 'PERSISTED_QUERY_NOT_SUPPORTED')
    return 'Persisted queries are not supported. Send the whole operation as `query`.';
  const advice = adviceOf(error);
  return others[message] ?? (advice ? `${message}${/[.?]$/.test(message) ? '' : '.'} ${advice}` : message);
}

/** What to do about a document that does not parse, fit the schema or take its variables. */
function adviceOf({ message, extensions = {} }: GraphQLFormattedError): string | undefined {
  const { code } = extensions;
  if (code === 'GRAPHQL_PARSE_FAILED')
    return message.includes(' tokens') ? 'Ask in several queries.' : 'Correct the document at this place.';
  if (code === 'GRAPHQL_VALIDATION_FAILED')
    return /^(Cannot query field|Unknown (type|argument|directive)) /.test(message)
      ? `Look it up in the schema, which ${ide} shows.`
      : `Correct the document; ${ide} shows what the schema takes.`;
  if (message.startsWith('Unknown operation named ')) return 'Send the name of one in the document.';
  return message.startsWith('Variable "$') ? 'Correct it in `variables`.' : undefined;
}

const ide = `the page at ${settings.basePath}/graphql`;

const others: Readonly<Record<string, string>> = {
  'Operation batching disabled.': 'A request takes one operation. Send one request for each.',
  'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.':
    'The request has no operation. Send it as `query`.',
};
