import { randomUUID } from 'node:crypto';
import type http from 'node:http';
import { DomainError, log, traced } from '@kshot/domain';
import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql';
import type { Context as SocketContext } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { bearerToken, projectIn, tokenIn } from './access/connection-token.js';
import { seesProject } from './access/named-project.js';
import { type Principal, reachesLess } from './access/principal.js';
import { type Context, contextOf, type Services } from './context.js';
import { QuietSocket } from './http/quiet-socket.js';
import { refuseBrokenHandshakes, verifySocket } from './http/refuse-sockets.js';
import type { FairTurns } from './limits/fair-turns.js';
import { inTurn } from './limits/in-turn.js';
import { operationTitle } from './limits/operation-title.js';
import { validateDocument } from './limits/read-document.js';
import { readOperation } from './limits/read-operation.js';
import { refused } from './limits/refused.js';
import { requestLimits } from './limits/request-limits.js';
import { nameOperation, sendEvents } from './live/send-events.js';
import { formatError, nameRequest } from './schema/format-error.js';

type Sockets = Extra & Record<PropertyKey, unknown>;
/** Who asked for an operation, and what the log calls it. */
interface Asked {
  readonly socket: WebSocket;
  readonly id: string;
  readonly asked: string;
  readonly dear: boolean;
  readonly request: string;
}
type Socket = SocketContext<Record<string, unknown>, Sockets>;

/** Any operation by graphql-transport-ws at /graphql, for the dashboard's origin and for callers that are not browsers. */
export function serveSubscriptions(
  server: http.Server,
  schema: GraphQLSchema,
  services: Services,
  turns: FairTurns,
): { close(): Promise<void>; open(): number } {
  const sockets = new WebSocketServer({
    server,
    maxPayload: requestLimits.bytes,
    WebSocket: QuietSocket,
    allowSynchronousEvents: false, // a socket's many messages leave room for others between them
    verifyClient: verifySocket,
  });
  refuseBrokenHandshakes(sockets);
  const principals = new WeakMap<WebSocket, Principal>();
  const atOnce = new WeakMap<WebSocket, ReturnType<typeof inTurn>>();
  const askedBy = new WeakMap<Context, Asked>();
  const { dispose } = useServer<Record<string, unknown>, Sockets>(
    {
      schema,
      onConnect: async ({ connectionParams, extra }) => {
        const shown = tokenIn(connectionParams) ?? bearerToken(extra.request.headers.authorization);
        const principal = await services.gate.whoConnects(shown);
        if (!principal) return false;
        const project = projectIn(connectionParams);
        const isSeen = await seesProject(services.store, principal, project);
        if (!isSeen) extra.socket.close(...NO_PROJECT);
        principals.set(extra.socket, principal);
        return isSeen;
      },
      onSubscribe: async (context, id, params) => {
        try {
          assertFewer(context); // at once: while others wait, later ones count as well
          const principal = await stillIn(context.extra.socket);
          await services.gate.spend(principal);
          const { document, cost } = readOperation(schema, params);
          await services.gate.spendCost(principal, cost);
          const errors = validateDocument(schema, document);
          if (errors.length > 0) return errors.map(validationError);
          const project = principal.projectId ?? projectIn(context.connectionParams);
          const isAwaited = () => isOpen(context) && id in context.subscriptions;
          const contextValue = contextOf(services, principal, { isAwaited, projectId: project });
          askedBy.set(contextValue, {
            socket: context.extra.socket,
            id,
            asked: nameOperation(params, principal, project),
            dear: cost > requestLimits.dear,
            request: randomUUID(),
          });
          return {
            schema,
            document,
            variableValues: params.variables ?? {},
            operationName: params.operationName ?? null,
            contextValue,
          };
        } catch (error) {
          return [asGraphQL(error)];
        }
      },
      execute: (args) => {
        const context = args.contextValue as Context;
        const { socket, dear } = askedBy.get(context) as Asked;
        const oneOfFew = atOnce.get(socket) ?? inTurn(requestLimits.atOnceOfSocket);
        atOnce.set(socket, oneOfFew);
        return oneOfFew(async () => {
          const handOn = dear ? await turns(socket) : () => undefined;
          try {
            const title = operationTitle(getOperationAST(args.document, args.operationName));
            return await traced(title, {}, async () => execute(args));
          } finally {
            handOn();
          }
        });
      },
      subscribe: (args) => {
        const asked = askedBy.get(args.contextValue as Context) as Asked;
        return sendEvents(args, { ...asked, format: (result) => formattedResult(result, asked) });
      },
      onError: (_context, _id, _params, errors) => errors.map(formatted),
      onNext: (_context, _id, _params, { contextValue }, result) =>
        formattedResult(result as ExecutionResult, askedBy.get(contextValue as Context) as Asked),
    },
    sockets,
  );
  /** Who asks on a socket, by now. Closes the sockets of those who may no longer come in. */
  async function stillIn(socket: WebSocket): Promise<Principal> {
    const before = principals.get(socket);
    const now = before && (await services.gate.again(before));
    if (now && reachesLess(before, now)) {
      socket.close(AGAIN, 'Projects have changed');
      throw new GraphQLError('What you may see has changed. Connect again.', {
        extensions: { code: 'UNAUTHENTICATED' },
      });
    }
    if (now) {
      principals.set(socket, now);
      return now;
    }
    socket.close(FORBIDDEN, 'Forbidden');
    throw new GraphQLError('The session or key of this socket has ended. Sign in again.', {
      extensions: { code: 'UNAUTHENTICATED' },
    });
  }
  const lookAgain = (changed?: string): void => {
    for (const socket of sockets.clients) {
      const { credentialId, personId } = principals.get(socket) ?? {};
      if (credentialId && (changed === undefined || changed === credentialId || changed === personId))
        void stillIn(socket).catch(() => undefined); // it is closed then
    }
  };
  const looking = setInterval(lookAgain, LOOK_EVERY);
  const unheard = services.listener.on('access', undefined, (changed) => changed && lookAgain(changed));
  return {
    close: async () => {
      clearInterval(looking);
      unheard();
      await dispose();
    },
    open: () => sockets.clients.size,
  };
}

/** How often it is looked whether those who only listen may still come in, in milliseconds: keys expire, and hints can get lost. */
const LOOK_EVERY = 15_000;
const FORBIDDEN = 4403;
const NO_PROJECT = [4404, 'There is no such project. Correct `project` in connectionParams.'] as const;
/** A client connects again after it (1012, Service Restart): what it listened to is asked for afresh. */
const AGAIN = 1012;

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

function formattedResult(result: ExecutionResult, { request }: Asked): ExecutionResult {
  const { errors } = result;
  if (!errors) return result;
  nameRequest(errors, request);
  return { ...result, errors: errors.map(formatted) as never };
}

function asGraphQL(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (!(error instanceof DomainError)) return unforeseen(error);
  const { code, message, retryAfter } = error;
  return new GraphQLError(message, { extensions: { code, retryAfter } });
}

function unforeseen(error: unknown): GraphQLError {
  log.error({ err: error }, 'unforeseen');
  return new GraphQLError('Something went wrong on the server. Its log has the details.', {
    extensions: { code: 'INTERNAL' },
  });
}
