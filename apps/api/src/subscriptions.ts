import type http from 'node:http';
import { type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { mayEnter } from './access.js';
import { contextOf, type Services } from './context.js';
import { formatError } from './schema/format-error.js';
import { limitQuery } from './schema/limit-query.js';
import { settings } from './settings.js';

/** Subscriptions by graphql-transport-ws at /graphql, for the dashboard's origin and for callers that are no browsers. */
export function serveSubscriptions(
  server: http.Server,
  schema: GraphQLSchema,
  services: Services,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: 1024 ** 2,
    verifyClient: ({ origin }: { origin: string | undefined }) => !origin || isOwn(origin),
  });
  const { dispose } = useServer(
    {
      schema,
      context: () => contextOf(services),
      onConnect: ({ connectionParams }) => mayEnter(connectionParams?.token as string | undefined),
      onSubscribe: (_context, _id, { query, variables, operationName }) => {
        const document = parse(query, { maxTokens: 5000 });
        const errors = validate(schema, document, [...specifiedRules, limitQuery]);
        if (errors.length > 0) return errors;
        return {
          schema,
          document,
          variableValues: variables ?? {},
          operationName: operationName ?? null,
          contextValue: contextOf(services),
        };
      },
      onError: (_context, _id, _payload, errors) => errors.map((error) => formatError(error.toJSON(), error)),
      onNext: (_context, _id, _payload, _args, result) =>
        'errors' in result && result.errors
          ? { ...result, errors: result.errors.map((error) => formatError(error.toJSON(), error)) as never }
          : undefined,
    },
    sockets,
  );
  return { close: async () => dispose() };
}

const isOwn = (origin: string): boolean =>
  settings.origins.includes(origin) ||
  origin === `http://${settings.host}:${settings.port}` ||
  origin === `http://localhost:${settings.port}`;
