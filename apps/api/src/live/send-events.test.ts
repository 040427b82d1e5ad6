import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { sendEvents } from './send-events.js';

const schema = buildSchema('type Query { a: Int } type Subscription { news: Int }');
const document = parse('subscription { news }');

test('what is for a socket is not made before the message before it has left, of whichever operation', async () => {
  const made: string[] = [];
  const sent: (() => void)[] = [];
  const socket = { send: (_: string, left: () => void) => sent.push(left) };
  const subscribed = async (id: string) => {
    async function* news() {
      yield { news: 1 };
    }
    const contextValue = { isAwaited: () => true };
    const events = await sendEvents(
      { schema, document, contextValue, rootValue: { news } },
      {
        ...{ socket: socket as object as WebSocket, id, asked: id },
        format: (result) => {
          made.push(id);
          return result;
        },
      },
    );
    return (events as AsyncGenerator<never>).next();
  };
  const ends = ['one', 'other'].map(subscribed);
  await expect.poll(() => sent.length).toBe(1);
  expect(made).toEqual(['one']);
  sent[0]?.();
  await expect.poll(() => sent.length).toBe(2);
  sent[1]?.();
  expect((await Promise.all(ends)).map(({ done }) => done)).toEqual([true, true]);
});
