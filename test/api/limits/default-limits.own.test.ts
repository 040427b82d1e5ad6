import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { type ImportedVersion, imported } from '../../harness/data-sets.js';
import { type Kshot, startKshot } from '../../harness/kshot.js';
import { runEnded } from '../../harness/runs.js';

/** 21 classes of 20 rows, one of them with 3. */
const uneven = Array.from({ length: 21 }, (_, k) =>
  Array.from({ length: k === 20 ? 3 : 20 }, (_, i) => `${k + i / 40},c${k}`),
).flat();
const four = ['0.1,a', '0.2,a', '0.8,b', '0.9,b'];

let kshot: Kshot;
let many: ImportedVersion;
let few: ImportedVersion;
beforeAll(async () => {
  kshot = await startKshot();
  many = await imported(kshot, 'uneven.csv', ['x,label', ...uneven].join('\n'));
  few = await imported(kshot, 'four.csv', ['x,label', ...four].join('\n'));
});
afterAll(() => kshot.stop());

const meta = (options: Record<string, unknown>) =>
  kshot.ask<{ startMetaLearning: { options: { name: string; value: string; isDefault: boolean }[] } }>(
    'mutation ($input: StartMetaLearningInput!) { startMetaLearning(input: $input) { options { name value isDefault } } }',
    { input: { versionId: many.id, options } },
  );

test('episodes that nobody chose are as large as the smallest class allows, and the run says so', async () => {
  const { options } = (await meta({})).startMetaLearning;
  const shown = (name: string) => options.find((option) => option.name === name)?.value;
  // 21 classes without a fifth for the test and 15 % of the rest for validation; 3 examples are 1 shot and 2 queries.
  expect([shown('ways'), shown('shots'), shown('queries')]).toEqual([
    '14 classes',
    '1 examples',
    '2 examples',
  ]);
});

test('queries that were chosen are refused where a class is smaller', async () => {
  const { code, message } = await refusal(meta({ backbone: 'DENSE', queries: 5 }));
  expect(code).toBe('BAD_INPUT');
  expect(message).toMatch(/c20 has 3 examples.*leave the class out/);
});

test('meta-learning on a table has the dense backbone unless another is chosen', async () => {
  const { options } = (await meta({ backbone: null })).startMetaLearning;
  expect(options.find(({ name }) => name === 'backbone')).toMatchObject({ value: 'Dense' });
  const { code, message } = await refusal(meta({ backbone: 'CONVOLUTIONS' }));
  expect(code).toBe('BAD_INPUT');
  expect(message).toMatch(/^Convolutions need pictures/);
});

const check = (input: object) =>
  kshot.ask('mutation ($input: StartLabelCheckInput!) { startLabelCheck(input: $input) { id } }', {
    input: { versionId: few.id, ...input },
  });

test('a label check of four examples has four folds; five that were asked for are refused', async () => {
  await check({});
  expect((await refusal(check({ folds: 5 }))).message).toMatch(/from 2 to 4, not 5/);
});

const evaluate = (protocol: object) =>
  kshot.ask('mutation ($input: StartEvaluationInput!) { startEvaluation(input: $input) { protocolText } }', {
    input: { versionId: few.id, candidate: { head: { options: { method: 'CENTROID' } } }, protocol },
  });

test('folds and shots of an evaluation that nobody chose fit the data', async () => {
  await evaluate({ crossValidation: {} });
  await evaluate({ shotCurve: {} });
  expect((await refusal(evaluate({ crossValidation: { folds: 5 } }))).message).toMatch(/5 folds/);
});

test('a head that is solved for has no batch to fit', async () => {
  const { startPretraining } = await kshot.ask<{ startPretraining: { id: string } }>(
    'mutation ($input: StartPretrainingInput!) { startPretraining(input: $input) { id } }',
    { input: { versionId: many.id, options: { epochs: 1 } } },
  );
  const modelId = (await runEnded(kshot, startPretraining.id)).models[0]!.id;
  const { train } = await kshot.ask<{ train: { options: { name: string; isDefault: boolean }[] } }>(
    'mutation ($input: TrainInput!) { train(input: $input) { options { name isDefault } } }',
    { input: { versionId: few.id, modelId } },
  );
  expect(train.options.find(({ name }) => name === 'batchSize')?.isDefault).toBe(true);
});
