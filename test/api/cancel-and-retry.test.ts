import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, until } from '../harness/ask.js';
import { example, imported, upload } from '../harness/data-sets.js';
import { startEvaluation } from '../harness/evaluations.js';
import type { Kshot } from '../harness/kshot.js';
import { askAdvice } from '../harness/models/advice.js';
import { startPrediction } from '../harness/predictions.js';
import { startRun, trainedModel } from '../harness/runs.js';
import { takeKshot } from '../harness/systems/take.js';

const [head, ...lines] = example('iris.csv').toString().trim().split('\n');
const manyIrises = [head, ...Array.from({ length: 60 }, () => lines).flat()].join('\n');

let kshot: Kshot;
let versionId: string;
let modelId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  versionId = (await imported(kshot, 'iris.csv', example('iris.csv'))).id;
  modelId = await trainedModel(kshot, versionId);
});
afterAll(() => kshot.stop());

const started = async (field: string, type: string, input: object): Promise<string> => {
  const mutation = `mutation ($input: ${type}!) { started: ${field}(input: $input) { id } }`;
  return (await kshot.ask<{ started: { id: string } }>(mutation, { input })).started.id;
};
const protocol = { crossValidation: { folds: 5 } };
const svm = { head: { options: { method: 'SVM' } } };

interface Kind {
  /** What a query calls it; mutations end in `title`. */
  readonly field: string;
  readonly title: string;
  readonly argument?: string;
  readonly done?: string;
  readonly cancelled?: object;
  readonly start: () => Promise<string>;
}
const kinds: readonly Kind[] = [
  {
    ...{ field: 'run', title: 'Run' },
    // A run stops between two calls into the engine: a short one would be done before.
    start: async () => {
      const { id } = await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'));
      return startRun(kshot, id, { epochs: 100 });
    },
  },
  {
    ...{ field: 'dataSetVersion', title: 'Import', argument: 'versionId', done: 'READY' },
    cancelled: { status: 'FAILED', failure: { code: 'CANCELLED' } },
    start: async () => {
      const uploadId = await upload(kshot, 'irises.csv', manyIrises);
      return started('importDataSet', 'ImportDataSetInput', { uploadId, name: 'many irises' });
    },
  },
  {
    ...{ field: 'labelCheck', title: 'LabelCheck' },
    start: () => started('startLabelCheck', 'StartLabelCheckInput', { versionId }),
  },
  {
    ...{ field: 'prediction', title: 'Prediction' },
    start: async () => {
      const uploadId = await upload(kshot, 'irises.csv', manyIrises);
      return startPrediction(kshot, { modelId, uploadId });
    },
  },
  { field: 'recommendation', title: 'Recommendation', start: () => askAdvice(kshot, versionId) },
  {
    ...{ field: 'evaluation', title: 'Evaluation' },
    start: () => startEvaluation(kshot, versionId, protocol, svm),
  },
  {
    ...{ field: 'study', title: 'Study' },
    start: () =>
      started('startStudy', 'StartStudyInput', {
        ...{ name: 'heads', versionIds: [versionId], protocol },
        candidates: [svm, { head: { options: { method: 'RIDGE' } } }],
      }),
  },
];

describe.each(kinds)(
  'work of the kind $title',
  ({ field, title, argument = 'id', done, cancelled, start }) => {
    let id: string;
    const failure = field === 'study' ? '' : 'failure { code }';
    const state = async () =>
      (
        await kshot.ask<{ it: { status: string } }>(
          `query ($id: ID!) { it: ${field}(id: $id) { status ${failure} } }`,
          { id },
        )
      ).it;
    const ask = (what: 'cancel' | 'retry') =>
      kshot.ask(`mutation ($id: ID!) { ${what}${title}(${argument}: $id) { id } }`, { id });

    test('is cancelled, and says so', async () => {
      id = await start();
      await ask('cancel');
      const over = await until(state, ({ status }) => !['QUEUED', 'RUNNING', 'IMPORTING'].includes(status));
      expect(over).toMatchObject(cancelled ?? { status: 'CANCELLED' });
    });

    test('is not cancelled twice', async () => {
      expect(await refusal(ask('cancel'))).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('there is nothing to cancel'),
      });
    });

    test('is done once it is retried', async () => {
      await ask('retry');
      const { status } = await until(state, (it) => !['QUEUED', 'RUNNING', 'IMPORTING'].includes(it.status));
      expect(status).toBe(done ?? 'DONE');
    });

    test('is not retried when it is done', async () => {
      expect((await refusal(ask('retry'))).code).toBe('CONFLICT');
    });
  },
);
