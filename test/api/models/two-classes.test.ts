import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported, upload } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { predictedFile } from '../../harness/predictions.js';
import { endedTransfer, trainedModel } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

interface TwoClasses {
  readonly positive: string;
  readonly threshold: number;
  readonly costs: { miss: number; falseAlarm: number } | null;
  readonly positives: number;
  readonly negatives: number;
  readonly areaUnderRoc: number;
  readonly averagePrecision: number;
  readonly leastCostThreshold: number;
  readonly points: { threshold: number; recall: number; falsePositiveRate: number; precision: number }[];
}
const FIELDS = `twoClasses { positive threshold costs { miss falseAlarm } positives negatives areaUnderRoc averagePrecision
  leastCostThreshold(costs: { miss: 5, falseAlarm: 1 }) points { threshold recall falsePositiveRate precision } }`;

let kshot: Kshot;
let modelId: string;
let flowersId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  // Sick from 5 on, but every seventh row says the other.
  const rows = Array.from({ length: 70 }, (_, i) => {
    const dose = ((i * 37) % 70) / 7;
    return `${dose},${dose >= 5 === (i % 7 !== 0) ? 'sick' : 'healthy'}`;
  });
  const { id } = await imported(kshot, 'doses.csv', `dose,label\n${rows.join('\n')}\n`);
  const done = await endedTransfer(kshot, { versionId: id, options: { method: 'LOGISTIC' } });
  modelId = done.models[0]!.id;
  const flowers = await imported(kshot, 'iris.csv', example('iris.csv'));
  flowersId = (await endedTransfer(kshot, { versionId: flowers.id, options: { method: 'RIDGE' } })).models[0]!
    .id;
});
afterAll(() => kshot.stop());

const setTo = async (wanted: Record<string, unknown>, id = modelId): Promise<TwoClasses> => {
  const { setThreshold } = await kshot.ask<{ setThreshold: { twoClasses: TwoClasses } }>(
    `mutation ($id: ID!, $threshold: Float, $costs: MistakeCostsInput, $positive: String) {
      setThreshold(modelId: $id, threshold: $threshold, costs: $costs, positive: $positive) { ${FIELDS} } }`,
    { id, ...wanted },
  );
  return setThreshold.twoClasses;
};
async function asked(dose: number): Promise<{ class: string; noneOfThese: boolean; sick: number }> {
  const { predict } = await kshot.ask<{
    predict: {
      class: string;
      noneOfThese: boolean;
      probabilities: { class: string; probability: number }[];
    }[];
  }>(
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { class noneOfThese probabilities { class probability } } }',
    { id: modelId, inputs: [{ row: [{ column: 'dose', value: String(dose) }] }] },
  );
  const { probabilities, ...answer } = predict[0]!;
  return { ...answer, sick: probabilities.find((one) => one.class === 'sick')!.probability };
}
async function post(path: string, dose: number): Promise<{ class: string; probability: number }> {
  const answer = await fetch(kshot.api + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: [{ row: { dose } }] }),
  });
  return ((await answer.json()) as { predictions: { class: string; probability: number }[] }).predictions[0]!;
}

test('until a threshold is set it is 0.5, of the second of two equally frequent classes', async () => {
  expect(await setTo({})).toMatchObject({ positive: 'sick', threshold: 0.5, costs: null, positives: 28 });
});

test('points go from the highest threshold to everything, and the area is that of their curve', async () => {
  const { points, areaUnderRoc } = await setTo({});
  expect(points.at(-1)).toMatchObject({ recall: 1, falsePositiveRate: 1, precision: 0.5 });
  const curve = [{ recall: 0, falsePositiveRate: 0 }, ...points];
  const area = points.reduce((sum, point, i) => {
    const before = curve[i]!;
    return sum + ((point.falsePositiveRate - before.falsePositiveRate) * (point.recall + before.recall)) / 2;
  }, 0);
  expect(areaUnderRoc).toBeCloseTo(area, 10);
});

test('a threshold that is one example’s probability makes it positive, for every way to ask; just above it does not', async () => {
  const { sick } = await asked(1);
  expect(sick).toBeLessThan(0.5);
  const alias = 'mutation ($input: SetAliasInput!) { setAlias(input: $input) { id } }';
  const { setAlias } = await kshot.ask<{ setAlias: { id: string } }>(alias, {
    input: { name: 'doses', alias: 'production', modelId },
  });
  const share = 'mutation ($id: ID!) { shareAlias(id: $id, shared: true) { shared } }';
  await kshot.ask(share, { id: setAlias.id });
  const classes = async () => [
    (await asked(1)).class,
    (await post('/v1/models/doses:predict', 1)).class,
    (await post('/shared/doses:predict', 1)).class,
    (await predictedFile(kshot, modelId, 'one.csv', 'dose\n1\n')).summary!.classes.find(
      (one) => one.count > 0,
    )!.class,
  ];
  await setTo({ threshold: sick });
  expect(await classes()).toEqual(['sick', 'sick', 'sick', 'sick']);
  expect((await post('/v1/models/doses:predict', 1)).probability).toBeCloseTo(sick, 12);
  await setTo({ threshold: sick + 1e-9 });
  expect(await classes()).toEqual(['healthy', 'healthy', 'healthy', 'healthy']);
});

test('either class can be the positive one', async () => {
  const healthy = await setTo({ threshold: 0.9, positive: 'healthy' });
  expect(healthy).toMatchObject({ positive: 'healthy', positives: 28, threshold: 0.9 });
  const { class: name, sick } = await asked(2);
  expect(1 - sick).toBeGreaterThan(0.5);
  expect(name).toBe(1 - sick >= 0.9 ? 'healthy' : 'sick');
  await setTo({ threshold: 0.5, positive: 'sick' });
});

test('costs set the threshold that they give, and a dearer miss lowers it', async () => {
  const costs = { miss: 5, falseAlarm: 1 };
  const found = await setTo({ costs });
  expect(found).toMatchObject({ threshold: found.leastCostThreshold, costs });
  expect(found.threshold).toBeLessThan((await setTo({ costs: { miss: 1, falseAlarm: 5 } })).threshold);
});

test('a threshold and answering only when sure hold together', async () => {
  const set = 'mutation ($id: ID!, $answered: Float) { setSureness(id: $id, answered: $answered) { id } }';
  await setTo({ threshold: 0 });
  await kshot.ask(set, { id: modelId, answered: 0.2 });
  expect(await asked(5)).toMatchObject({ class: 'sick', noneOfThese: true });
  await kshot.ask(set, { id: modelId, answered: null });
  expect(await asked(5)).toMatchObject({ class: 'sick', noneOfThese: false });
  await setTo({});
});

test('a bundle takes threshold and share of answers along, and the hash stays', async () => {
  await setTo({ threshold: 0.161 });
  const set = 'mutation ($id: ID!, $answered: Float) { setSureness(id: $id, answered: $answered) { id } }';
  await kshot.ask(set, { id: modelId, answered: 0.6 });
  const { model } = await kshot.ask<{ model: { hash: string; bundleUrl: string } }>(
    'query ($id: ID!) { model(id: $id) { hash bundleUrl } }',
    { id: modelId },
  );
  const zip = Buffer.from(await (await fetch(kshot.api + model.bundleUrl)).arrayBuffer());
  const { importModel } = await kshot.ask<{ importModel: object }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { hash answered twoClasses { positive threshold } } }',
    { input: { uploadId: await upload(kshot, 'bundle.zip', zip), name: 'again' } },
  );
  expect(importModel).toEqual({
    hash: model.hash,
    answered: 0.6,
    twoClasses: { positive: 'sick', threshold: 0.161 },
  });
  await kshot.ask(set, { id: modelId, answered: null });
  await setTo({});
});

test('null goes back to the more probable class', async () => {
  await setTo({ threshold: 0 });
  expect(await setTo({ threshold: null })).toMatchObject({ threshold: 0.5, costs: null });
  expect((await asked(0)).class).toBe('healthy');
});

test.each([
  ['a threshold above 1', { threshold: 1.5 }, /from 0 to 1, not 1.5/],
  ['a threshold below 0', { threshold: -0.1 }, /from 0 to 1, not -0.1/],
  ['a negative cost', { costs: { miss: -1, falseAlarm: 1 } }, /`miss` must be from 0/],
  ['costs of nothing', { costs: { miss: 0, falseAlarm: 0 } }, /above 0/],
  ['a cost that is no number', { costs: { miss: 'NaN', falseAlarm: 1 } }, /NaN/],
  ['a threshold and costs', { threshold: 0.5, costs: { miss: 1, falseAlarm: 1 } }, /not both/],
  ['a class that it does not have', { threshold: 0.5, positive: 'dead' }, /no class dead.*healthy and sick/],
])('%s is refused', async (_, wanted, message) => {
  const { code, message: told } = await refusal(setTo(wanted));
  expect([code, told]).toEqual(['BAD_INPUT', expect.stringMatching(message)]);
});

test('a model of three classes has no threshold', async () => {
  const { code, message } = await refusal(setTo({ threshold: 0.5 }, flowersId));
  expect([code, message]).toEqual(['BAD_INPUT', expect.stringMatching(/two classes; .* has 3/)]);
});

test('a model without held-out examples has no threshold', async () => {
  const { id } = await imported(kshot, 'two.csv', 'size,label\n1,a\n2,b\n1.1,a\n2.1,b\n1.2,a\n2.2,b\n');
  const { code, message } = await refusal(setTo({ threshold: 0.5 }, await trainedModel(kshot, id)));
  expect([code, message]).toEqual(['BAD_INPUT', expect.stringMatching(/Nothing was held out/)]);
});
