import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { endedTransfer, trainedModel } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

interface Contributions {
  readonly usual: number;
  readonly cells: { column: string; value: string | null; added: number }[];
}
interface Answer {
  readonly class: string;
  readonly probabilities: { class: string; probability: number }[];
  readonly contributions: Contributions;
}

interface Compared {
  readonly method: string;
  readonly chosen: boolean;
}

let kshot: Kshot;
let versionId: string;
let modelId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  // The dose says everything, the number of the room nothing.
  const rows = Array.from({ length: 120 }, (_, i) => {
    const dose = ((i * 37) % 120) / 12;
    return `${dose},${(i * 53) % 17},${dose >= 5 ? 'sick' : 'healthy'}`;
  });
  versionId = (await imported(kshot, 'doses.csv', `dose,room,label\n${rows.join('\n')}\n`)).id;
  const done = await endedTransfer(kshot, { versionId, options: { method: 'AUTO' } });
  modelId = done.models[0]!.id;
});
afterAll(() => kshot.stop());

const importance = async (id: string) => {
  const { model } = await kshot.ask<{
    model: { columnImportance: { examples: number; columns: { name: string; lost: number }[] } | null };
  }>('query ($id: ID!) { model(id: $id) { columnImportance { examples columns { name lost } } } }', { id });
  return model.columnImportance;
};
const ASK = `query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) {
  class probabilities { class probability } contributions { usual cells { column value added } } } }`;
async function asked(row: Record<string, string | null>): Promise<Answer> {
  const cells = Object.entries(row).map(([column, value]) => ({ column, value }));
  const { predict } = await kshot.ask<{ predict: Answer[] }>(ASK, { id: modelId, inputs: [{ row: cells }] });
  return predict[0]!;
}

test('a run and its model list the heads that were compared, the chosen one marked', async () => {
  const heads = '{ method accuracy accuracyLow accuracyHigh chosen }';
  const { model } = await kshot.ask<{
    model: { comparedHeads: Compared[]; run: { comparedHeads: Compared[] } };
  }>(`query ($id: ID!) { model(id: $id) { comparedHeads ${heads} run { comparedHeads ${heads} } } }`, {
    id: modelId,
  });
  expect(model.comparedHeads.map(({ method }) => method)).toEqual([
    'TABLE_ENSEMBLE',
    'EXTRA_TREES',
    'LOGISTIC',
    'RANDOM_FOREST',
    'RIDGE',
  ]);
  expect(model.comparedHeads.filter(({ chosen }) => chosen)).toHaveLength(1);
  expect(model.run.comparedHeads).toEqual(model.comparedHeads);
});

test('the column that decides is worth most, one that says nothing is worth nothing', async () => {
  const found = (await importance(modelId))!;
  expect(found.columns.map(({ name }) => name)).toEqual(['dose', 'room']);
  expect(found.columns[0]!.lost).toBeGreaterThan(0.25);
  expect(Math.abs(found.columns[1]!.lost)).toBeLessThan(0.1);
});

test('networks that are trained from nothing tell it too', async () => {
  const found = await importance(await trainedModel(kshot, versionId));
  expect(found!.columns[0]!.name).toBe('dose');
});

test('what cells add and the usual probability sum to the probability of the answer', async () => {
  const { class: answer, probabilities, contributions } = await asked({ dose: '9', room: '3' });
  const sum = contributions.cells.reduce((total, { added }) => total + added, contributions.usual);
  expect(sum).toBeCloseTo(probabilities.find((one) => one.class === answer)!.probability, 5);
});

test('the strongest cell comes first, with its value', async () => {
  const { class: answer, contributions } = await asked({ room: '3', dose: '9' });
  expect(answer).toBe('sick');
  expect(contributions.cells[0]).toMatchObject({ column: 'dose', value: '9' });
  expect(contributions.cells[0]!.added).toBeGreaterThan(0.2);
});

test('asked twice it says the same', async () => {
  const row = { dose: '2', room: null };
  expect((await asked(row)).contributions).toEqual((await asked(row)).contributions);
});

test('the card names the columns', async () => {
  const card = await (await fetch(`${kshot.api}/files/models/${modelId}/model-card.md`)).text();
  expect(card).toMatch(/## Columns[\s\S]*dose: \d+\.\d ± /);
});

test('a model of texts has no columns', async () => {
  const texts = await imported(kshot, 'intents.csv', example('intents.csv'));
  const done = await endedTransfer(kshot, { versionId: texts.id, options: { method: 'RIDGE' } });
  const id = done.models[0]!.id;
  expect(await importance(id)).toBeNull();
  expect(await refusal(kshot.ask(ASK, { id, inputs: [{ text: 'hello' }] }))).toMatchObject({
    code: 'CONFLICT',
  });
});
