import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported } from '../../harness/data-sets.js';
import { startEvaluation } from '../../harness/evaluations.js';
import type { Kshot } from '../../harness/kshot.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let id: string;
beforeAll(async () => {
  kshot = await takeKshot();
  const digits = await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'));
  id = await startEvaluation(kshot, digits.id, { leaveOneOut: {} }, { head: { options: { method: 'SVM' } } });
});
afterAll(() => kshot.stop());

const cancelled = () => kshot.ask(`mutation { cancelEvaluation(id: "${id}") { id } }`);

test('one that is retried cannot be deleted', async () => {
  await cancelled();
  await kshot.ask(`mutation { retryEvaluation(id: "${id}") { id } }`);
  expect((await refusal(kshot.ask(`mutation { deleteEvaluation(id: "${id}") }`))).code).toBe('CONFLICT');
});

test('those that were cancelled are listed', async () => {
  await cancelled();
  const { evaluations } = await kshot.ask<{ evaluations: object }>(
    '{ evaluations(first: 2, filter: { status: [CANCELLED] }) { totalCount nodes { id } } }',
  );
  expect(evaluations).toEqual({ totalCount: 1, nodes: [{ id }] });
});

test('an evaluation is found by its id alone', async () => {
  expect(await kshot.ask(`{ node(id: "${id}") { __typename } }`)).toEqual({
    node: { __typename: 'Evaluation' },
  });
});

test('one that is deleted is gone', async () => {
  await kshot.ask(`mutation { deleteEvaluation(id: "${id}") }`);
  expect(await kshot.ask(`{ evaluation(id: "${id}") { id } }`)).toEqual({ evaluation: null });
});
