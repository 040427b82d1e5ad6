import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported, upload } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { predictionEnded, startPrediction } from '../../harness/predictions.js';
import { trainedModel } from '../../harness/runs.js';
import { heardUntil, subscribed } from '../../harness/subscribe.js';
import { takeKshot } from '../../harness/systems/take.js';
import { edited, endedVersion, examplesOf } from '../../harness/versions.js';

let kshot: Kshot;
beforeAll(async () => {
  kshot = await takeKshot();
});
afterAll(() => kshot.stop());

/** Irises with every fifth label missing. */
const irises = () => {
  const [head, ...lines] = example('iris.csv').toString().trim().split(/\r?\n/);
  return [head, ...lines.map((line, i) => (i % 5 ? line : line.replace(/[^,]*$/, '')))].join('\n');
};

test('rows without a class are kept, never trained on, and labelled by an edit', async () => {
  const { id } = await imported(kshot, 'irises.csv', irises());
  const version = await endedVersion(kshot, id);
  expect(version).toMatchObject({ exampleCount: 120, unlabelledCount: 30, status: 'READY' });
  const unlabelled = await examplesOf(kshot, id, { unlabelled: true });
  expect(unlabelled).toHaveLength(30);
  expect(unlabelled[0]).toMatchObject({ name: 'row 1', class: null });
  expect(unlabelled[0]!.row![0]).toEqual({ column: 'sepal_length', value: '5.1' });
  expect((await examplesOf(kshot, id)).every((one) => one.class !== null)).toBe(true);
  const modelId = await trainedModel(kshot, id);
  const prediction = await predictionEnded(
    kshot,
    await startPrediction(kshot, { modelId, versionId: id, part: 'unlabelled' }),
  );
  expect(prediction).toMatchObject({ status: 'DONE', summary: { rows: 30, unread: 0 } });
  const relabel = unlabelled.slice(0, 10).map((one) => ({ exampleId: one.id, class: 'setosa' }));
  const next = await edited(kshot, { versionId: id, relabel, remove: [unlabelled[10]!.id] });
  expect(next).toMatchObject({ exampleCount: 130, unlabelledCount: 19 });
  const labelled = (await examplesOf(kshot, next.id, { search: 'row 1' })).find(
    ({ name }) => name === 'row 1',
  );
  expect(labelled).toMatchObject({ class: { name: 'setosa' }, row: unlabelled[0]!.row });
});

test('a file without a class column is added as unlabelled examples', async () => {
  const { id } = await imported(kshot, 'iris.csv', example('iris.csv'));
  const lines = example('iris.csv').toString().trim().split(/\r?\n/);
  const cells = lines.slice(0, 4).map((line) => line.replace(/,[^,]*$/, ''));
  const uploadId = await upload(kshot, 'more.csv', cells.join('\n'));
  const next = await edited(kshot, { versionId: id, addFiles: [{ uploadId }] });
  expect(next).toMatchObject({ exampleCount: 150, unlabelledCount: 3 });
});

test('a version without classes is labelled before anything learns from it', async () => {
  const sentences = ['my money back', 'a refund please', 'where is the parcel', 'the parcel is late'];
  const { importDataSet } = await kshot.ask<{ importDataSet: { id: string } }>(
    'mutation ($input: ImportDataSetInput!) { importDataSet(input: $input) { id } }',
    {
      input: {
        uploadId: await upload(kshot, 'sentences.txt', sentences.join('\n')),
        name: 'sentences',
        plan: { unlabelled: true },
      },
    },
  );
  const { id: versionId } = await endedVersion(kshot, importDataSet.id);
  const train = kshot.ask('mutation ($id: ID!) { train(input: { versionId: $id }) { id } }', {
    id: versionId,
  });
  expect((await refusal(train)).code).toBe('CONFLICT');
  const relabel = (await examplesOf(kshot, versionId, { unlabelled: true })).map((one) => ({
    exampleId: one.id,
    class: one.name.includes('parcel') ? 'parcel' : 'refund',
  }));
  const addClasses = ['parcel', 'refund'];
  expect(await edited(kshot, { versionId, relabel, addClasses })).toMatchObject({
    exampleCount: 4,
    unlabelledCount: 0,
  });
});

test('unlabelled examples come in the order that helps most, and answers teach the head', async () => {
  const { id: versionId } = await imported(kshot, 'irises.csv', irises());
  const { startLabelling } = await kshot.ask<{ startLabelling: { id: string } }>(
    'mutation ($id: ID!) { startLabelling(versionId: $id) { id } }',
    { id: versionId },
  );
  const watching = subscribed<{ labellingChanged: { status: string } }>(
    kshot.api,
    'subscription ($id: ID!) { labellingChanged(id: $id) { status progress { done total } failure { message } } }',
    { id: startLabelling.id },
  );
  await heardUntil(watching, ({ labellingChanged }) => labellingChanged.status === 'DONE');
  interface Step {
    readonly accuracy: number;
    readonly testedCount: number;
    readonly certainty: number;
    readonly leftCount: number;
    readonly next: { example: { id: string }; probabilities: { class: string; probability: number }[] }[];
  }
  const step = async (answers: unknown[]) =>
    (
      await kshot.ask<{ labellingStep: Step }>(
        `query ($id: ID!, $answers: [LabelAnswer!]!) { labellingStep(id: $id, answers: $answers, first: 5) { accuracy testedCount
           certainty leftCount next { example { id } probabilities { class probability } } } }`,
        { id: startLabelling.id, answers },
      )
    ).labellingStep;
  const before = await step([]);
  expect(before).toMatchObject({ leftCount: 30, testedCount: expect.any(Number) });
  expect(before.accuracy).toBeGreaterThan(0.85);
  const doubts = before.next.map(({ probabilities }) => probabilities[0]!.probability);
  expect(doubts[0], 'the first is less certain than most').toBeLessThan(before.certainty);
  const [first] = before.next;
  const after = await step([{ exampleId: first!.example.id, class: 'versicolor' }]);
  expect(after.leftCount).toBe(29);
  expect(after.next.map(({ example: { id } }) => id)).not.toContain(first!.example.id);
  const stray = await refusal(step([{ exampleId: versionId, class: 'x' }]));
  expect(stray.code).toBe('BAD_INPUT');
});
