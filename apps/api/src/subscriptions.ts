import type http from 'node:http';
import { execute, GraphQLError, type GraphQLSchema, validate } from 'graphql';
import type { Context as SocketContext } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { bearerToken, mayConnect, tokenIn } from './access.js';
import { type Context, contextOf, type Services } from './context.js';
import { isOwnHost, isOwnOrigin } from './http/own-hosts.js';
import { inTurn } from './limits/in-turn.js';
import { readOperation } from './limits/read-operation.js';
import { refused } from './limits/refused.js';
import { requestLimits } from './limits/request-limits.js';
import { formatError } from './schema/format-error.js';

type Sockets = Extra & Record<PropertyKey, unknown>;
type Socket = SocketContext<Record<string, unknown>, Sockets>;

/** Any operation by graphql-transport-ws at /graphql, for the dashboard's origin and for callers that are not browsers. */
export function serveSubscriptions(
  server: http.Server,
  schema: GraphQLSchema,
  services: Services,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: requestLimits.bytes,
    verifyClient: ({ origin, req }: { origin: string | undefined; req: http.IncomingMessage }) =>
      isOwnHost(req.headers.host) && isOwnOrigin(origin, req.headers.host),
  });
  sockets.on('connection', (socket) => socket.on('error', () => socket.terminate()));
  const turns = new WeakMap<WebSocket, ReturnType<typeof inTurn>>();
  const socketOf = new WeakMap<Context, WebSocket>();
  const { dispose } = useServer<Record<string, unknown>, Sockets>(
    {
      schema,
      onConnect: ({ connectionParams, extra }) =>
        mayConnect(tokenIn(connectionParams) ?? bearerToken(extra.request.headers.authorization)),
      onSubscribe: (context, id, params) => {
        try {
          assertFewer(context);
          const document = readOperation(schema, params);
          const errors = validate(schema, document);
          if (errors.length > 0) return errors.map(validationError);
          const contextValue = contextOf(services, () => isOpen(context) && id in context.subscriptions);
          socketOf.set(contextValue, context.extra.socket);
          return {
            schema,
            document,
            variableValues: params.variables ?? {},
            operationName: params.operationName ?? null,
            contextValue,
          };
        } catch (error) {
          return [error instanceof GraphQLError ? error : unforeseen(error)];
        }
      },
      execute: (args) => {
        const socket = socketOf.get(args.contextValue as Context) as WebSocket;
        const turn = turns.get(socket) ?? inTurn(requestLimits.atOnceOfSocket);
        turns.set(socket, turn);
        return turn(() => execute(args));
      },
      onError: (_context, _id, _params, errors) => errors.map(formatted),
      onNext: (_context, _id, _params, _args, result) =>
        'errors' in result && result.errors
          ? { ...result, errors: result.errors.map(formatted) as never }
          : undefined,
    },
    sockets,
  );
  return { close: async () => dispose() };
}

const isOpen = ({ extra }: Socket): boolean => extra.socket.readyState === extra.socket.OPEN;

function assertFewer({ subscriptions }: Socket): void {
  const { operationsOfSocket } = requestLimits;
  if (Object.keys(subscriptions).length > operationsOfSocket)
    throw refused(
      `This socket has ${operationsOfSocket} operations under way. Complete some of them, or open another socket.`,
    );
}

const validationError = ({ message, nodes }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

const formatted = (error: GraphQLError) => formatError(error.toJSON(), error);

function unforeseen(error: unknown): GraphQLError {
  console.error(error);
  return new GraphQLError('Something went wrong on the server. Its log has the details.', {
    extensions: { code: 'INTERNAL' },
  });
}
