import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { trainedModel } from '../../harness/runs.js';
import { subscribed } from '../../harness/subscribe.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let ids: { versionId: string; modelId: string };
beforeAll(async () => {
  kshot = await takeKshot();
  const versionId = (await imported(kshot, 'iris.csv', example('iris.csv'))).id;
  ids = { versionId, modelId: await trainedModel(kshot, versionId) };
});
afterAll(() => kshot.stop());

const cases: [string, (on: typeof ids) => string][] = [
  [
    'a version to predict',
    ({ modelId }) => `mutation { startPrediction(input: { modelId: "${modelId}", versionId: "" }) { id } }`,
  ],
  [
    'a model to train from',
    ({ versionId }) => `mutation { train(input: { versionId: "${versionId}", modelId: "" }) { id } }`,
  ],
  [
    'a split to train on',
    ({ versionId }) => `mutation { train(input: { versionId: "${versionId}", splitId: "" }) { id } }`,
  ],
  [
    'a starter to transfer',
    ({ versionId }) => `mutation { startTransfer(input: { versionId: "${versionId}", modelId: "" }) { id } }`,
  ],
  [
    'a model that judges labels',
    ({ versionId }) =>
      `mutation { startLabelCheck(input: { versionId: "${versionId}", head: { modelId: "" } }) { id } }`,
  ],
  [
    'a model to evaluate',
    ({ versionId }) =>
      `mutation { startEvaluation(input: { versionId: "${versionId}", protocol: { crossValidation: {} }, candidate: { modelId: "" } }) { id } }`,
  ],
  [
    'a class of the examples',
    ({ versionId }) =>
      `{ dataSetVersion(id: "${versionId}") { examples(filter: { classId: "" }) { nodes { id } } } }`,
  ],
];
test.each(cases)('an empty id of %s names nothing', async (_title, query) => {
  expect((await refusal(kshot.ask(query(ids)))).code).toBe('NOT_FOUND');
});

test.each(['runChanged', 'versionChanged'])('%s of an empty id follows nothing', async (field) => {
  const coming = subscribed(kshot.api, `subscription { ${field}(id: "") { id } }`, {});
  await expect(coming.next()).rejects.toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});
