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

/** The process that answered, the model, and how many examples it was asked about together. */
const ask = (modelHash: string, texts = ['x']): Promise<string> =>
  lane
    .ask({ kind: 'predict', modelHash, inputs: texts.map((text) => ({ text })) })
    .then((answers) => String((answers as unknown[])[0]));

test('a question that takes too long is answered by its limit, the others by a new process', async () => {
  lane = answerLane(script, '', limits);
  const before = await ask('first');
  const [long, after] = await Promise.allSettled([ask('spin'), ask('second')]);
  expect(long).toMatchObject({ reason: { code: 'DATA_TOO_LARGE', message: /longer than 2 s/ } });
  expect(after).toMatchObject({ status: 'fulfilled', value: expect.stringMatching(/ second /) });
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

test('questions to one model that wait are answered together, and a bad one fails alone', async () => {
  lane = answerLane(script, '', limits);
  const [one, bad, two] = await Promise.allSettled([ask('a'), ask('b', ['bad']), ask('a')]);
  expect(one).toMatchObject({ value: expect.stringMatching(/ a 2$/) });
  expect(two).toMatchObject({ value: expect.stringMatching(/ a 2$/) });
  expect(bad).toMatchObject({ reason: { code: 'BAD_INPUT' } });
  const [good, worse] = await Promise.allSettled([ask('a'), ask('a', ['bad'])]);
  expect(good).toMatchObject({ value: expect.stringMatching(/ a 1$/) });
  expect(worse).toMatchObject({ reason: { code: 'BAD_INPUT' } });
});

test('a full queue is OVERLOADED with a time to try again', async () => {
  lane = answerLane(script, '', limits);
  const asked = await Promise.allSettled(Array.from({ length: 250 }, (_, i) => ask(`model ${i}`)));
  const refused = asked.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(50);
  expect(refused[0]).toMatchObject({ reason: { code: 'OVERLOADED', retryAfter: expect.any(Number) } });
});

test('questions to another model go before more of the same', async () => {
  lane = answerLane(script, '', limits);
  const order: string[] = [];
  await Promise.all(
    ['a', 'a', 'a', 'b'].map((model) =>
      ask(model, Array(20).fill('x')).then((answer) => order.push(String(answer).split(' ')[1]!)),
    ),
  );
  expect(order).toEqual(['a', 'b', 'a', 'a']);
});
