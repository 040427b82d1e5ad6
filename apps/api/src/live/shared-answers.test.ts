import { expect, test } from 'vitest';
import { answerTo, shareAnswers } from './shared-answers.js';

/** Makes answers that count how many were made. */
function counted(failed = false) {
  let made = 0;
  return async () => ({ json: `${++made}`, failed });
}

test('one answer is made for all who ask the same of a shared event', async () => {
  const event = shareAnswers({});
  const make = counted();
  const answers = await Promise.all([1, 2, 3].map(() => answerTo(event, 'same', make)));
  expect(answers.map(({ json }) => json)).toEqual(['1', '1', '1']);
});

test('who asks something else gets an answer of their own', async () => {
  const event = shareAnswers({});
  const make = counted();
  await answerTo(event, 'one', make);
  expect(await answerTo(event, 'other', make)).toMatchObject({ json: '2' });
});

test('answers to an event that is not shared are made for each', async () => {
  const event = {};
  const make = counted();
  await answerTo(event, 'same', make);
  expect(await answerTo(event, 'same', make)).toMatchObject({ json: '2' });
});

test('an answer with errors is not shared', async () => {
  const event = shareAnswers({});
  const failed = answerTo(event, 'same', counted(true));
  expect(await answerTo(event, 'same', async () => ({ json: 'good', failed: false }))).toEqual({
    json: 'good',
    failed: false,
  });
  expect(await failed).toMatchObject({ failed: true });
});
