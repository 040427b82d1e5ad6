import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type AnswerLane, answerLane } from './answer-lane.js';
import { answerLimits } from './answer-limits.js';

const script = fileURLToPath(new URL('./fixtures/answering.mjs', import.meta.url));
const limits = {
  bytes: 200 * 1024 ** 2,
  milliseconds: { ...answerLimits.milliseconds, predict: 2000 },
};
let lane: AnswerLane;
afterEach(() => lane.close());

const ask = (modelHash: string) => lane.ask({ kind: 'predict', modelHash, inputs: [] });

test('a question that takes too long is answered by its limit, the others by a new process', async () => {
  lane = answerLane(script, '', limits);
  const before = await ask('first');
  const [long, after] = await Promise.allSettled([ask('spin'), ask('second')]);
  expect(long).toMatchObject({ reason: { code: 'DATA_TOO_LARGE', message: /longer than 2 s/ } });
  expect(after).toMatchObject({ status: 'fulfilled', value: expect.stringMatching(/ second$/) });
  expect(String(before).split(' ')[0]).not.toBe(String((after as { value: unknown }).value).split(' ')[0]);
});

test('a question that takes too much memory is OUT_OF_MEMORY, even in a fresh process', async () => {
  lane = answerLane(script, '', limits);
  await ask('first');
  await expect(ask('hoard')).rejects.toMatchObject({ code: 'OUT_OF_MEMORY' });
  await expect(ask('second')).resolves.toMatch(/second/);
});

test('a process that ends over a question is replaced', async () => {
  lane = answerLane(script, '', limits);
  await expect(ask('exit')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await expect(ask('second')).resolves.toMatch(/second/);
});

test('questions to another model go before more of the same', async () => {
  lane = answerLane(script, '', limits);
  const order: string[] = [];
  await Promise.all(
    ['a', 'a', 'a', 'b'].map((model) =>
      ask(model).then((answer) => order.push(String(answer).split(' ')[1]!)),
    ),
  );
  expect(order).toEqual(['a', 'b', 'a', 'a']);
});
