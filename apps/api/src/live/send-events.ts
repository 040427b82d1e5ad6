import { createHash } from 'node:crypto';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import { MessageType } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Principal } from '../access/principal.js';
import type { Context } from '../context.js';
import type { OperationParams } from '../limits/read-operation.js';
import { answerTo } from './shared-answers.js';

interface Subscriber {
  readonly socket: WebSocket;
  /** The operation on its socket. */
  readonly id: string;
  /** Names what is asked and by whom. */
  readonly asked: string;
  format(result: ExecutionResult): ExecutionResult;
}

/** The same for all who send the same operation and may see the same. */
export function nameOperation(
  { query, operationName, variables }: OperationParams,
  { scopes, memberships, projectId }: Principal,
  project: string | null,
): string {
  const all = [query, operationName, variables, [...scopes].sort(), memberships, projectId, project];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64');
}

/**
 * Subscribes, and sends each event as soon as the one before it has left for the subscriber. The iterator gives nothing: it
 * ends with the events, and `return` ends them.
 */
export async function sendEvents(
  args: ExecutionArgs,
  subscriber: Subscriber,
): Promise<AsyncGenerator<never> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]() as AsyncGenerator<unknown>;
  const end = { done: true, value: undefined } as const;
  return {
    async next() {
      for await (const event of events) await sendEvent(args, subscriber, event);
      return end;
    },
    async return() {
      await events.return(undefined);
      return end;
    },
    async throw(error) {
      await events.return(undefined);
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  } as AsyncGenerator<never>;
}

/** What each socket is sent at last: a client that does not read holds one answer, however much it listens to. */
const lastSent = new WeakMap<WebSocket, Promise<void>>();

/** Answers an event once the one before it has left the socket, whichever operation that was of. */
function sendEvent(args: ExecutionArgs, subscriber: Subscriber, event: unknown): Promise<void> {
  const sent = (lastSent.get(subscriber.socket) ?? Promise.resolve()).then(() =>
    answerEvent(args, subscriber, event),
  );
  lastSent.set(
    subscriber.socket,
    sent.catch(() => undefined), // whoever subscribed hears of it
  );
  return sent;
}

async function answerEvent(
  args: ExecutionArgs,
  { socket, id, asked, format }: Subscriber,
  event: unknown,
): Promise<void> {
  if (!(args.contextValue as Context).isAwaited()) return;
  const { json } = await answerTo(event, asked, async () => {
    const result = format(await execute({ ...args, rootValue: event }));
    return { json: JSON.stringify(result), failed: result.errors !== undefined };
  });
  if (!(args.contextValue as Context).isAwaited()) return;
  await new Promise<void>((resolve) => {
    // an error closes the socket, and that ends the events
    socket.send(`{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":${json}}`, () =>
      resolve(),
    );
  });
}
