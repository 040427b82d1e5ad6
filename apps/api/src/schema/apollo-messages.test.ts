import { ApolloServer, HeaderMap } from '@apollo/server';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { formatError } from './format-error.js';

/** What is said of the body of a request. */
async function messageFor(body: unknown): Promise<string> {
  const server = new ApolloServer({
    schema: buildSchema('type Query { a: Int }'),
    ...{ formatError, persistedQueries: false as const },
  });
  await server.start();
  const headers = new HeaderMap([['content-type', 'application/json']]);
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: async () => ({}),
  });
  await server.stop();
  return JSON.parse((answer.body as { string: string }).string).errors[0].message;
}

test.each([
  ['several operations', [{ query: '{ a }' }], /Send one request for each/],
  ['no operation', { variables: {} }, /Send it as `query`/],
  [
    'a persisted query',
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } },
    /Send the whole operation as `query`/,
  ],
])('%s is refused with what to do instead', async (_, body, message) => {
  expect(await messageFor(body)).toMatch(message);
});
