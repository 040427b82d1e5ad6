import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, imported } from '../harness/data-sets.js';
import { evaluationEnded, evaluationUntil, startEvaluation } from '../harness/evaluations.js';
import { type OwnKshot, startKshot, workerReplaced } from '../harness/kshot.js';

let kshot: OwnKshot;
let versionId: string;
beforeAll(async () => {
  kshot = await startKshot();
  versionId = (await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'))).id;
});
afterAll(() => kshot.stop());

test('an evaluation whose worker is killed goes on with another, and gives the same result to the bit', async () => {
  const protocol = { crossValidation: { folds: 3 } };
  const candidate = { pretrain: { options: { epochs: 6 } } };
  const start = () => startEvaluation(kshot, versionId, protocol, candidate);
  const undisturbed = await evaluationEnded(kshot, await start());
  const id = await start();
  await evaluationUntil(kshot, id, ({ progress }) => progress.units > 1);
  await workerReplaced(kshot);
  const evaluation = await evaluationEnded(kshot, id);
  expect(evaluation.status).toBe('DONE');
  expect(evaluation.resultHash).toBe(undisturbed.resultHash);
  const { rows } = await kshot.pool.query(
    `select attempt, status from task where subject = $1 order by kind desc, part`,
    [id],
  );
  expect(rows).toHaveLength(4); // three folds and the report
  expect(rows[0], 'what was done is not done again').toEqual({ attempt: 1, status: 'DONE' });
});
