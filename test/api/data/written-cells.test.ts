import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { runEnded, startRun } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let modelId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  const rows = Array.from({ length: 28 }, (_, i) => {
    const day = String(i + 1).padStart(2, '0');
    return `${i % 2 ? 10 + i : 90 + i},5;${day}.07.2024;${i % 2 ? 'a' : 'b'}`;
  });
  const { id } = await imported(kshot, 'prices.csv', `price;arrival;label\n${rows.join('\n')}\n`);
  modelId = (await runEnded(kshot, await startRun(kshot, id, { epochs: 2, batchSize: 8 }))).models[0]!.id;
});
afterAll(() => kshot.stop());

const predicted = async (price: string, arrival: string): Promise<number[]> => {
  const row = [
    { column: 'price', value: price },
    { column: 'arrival', value: arrival },
  ];
  const { predict } = await kshot.ask<{ predict: { probabilities: { probability: number }[] }[] }>(
    'query ($modelId: ID!, $row: [CellInput!]!) { predict(modelId: $modelId, inputs: [{ row: $row }]) { probabilities { probability } } }',
    { modelId, row },
  );
  return predict[0]!.probabilities.map(({ probability }) => probability);
};

test('the sample of a column is written as the file writes it, and predict takes it', async () => {
  const { model } = await kshot.ask<{ model: { input: { columns: { name: string; sample: string }[] } } }>(
    `{ model(id: "${modelId}") { input { columns { name sample } } } }`,
  );
  const [price, arrival] = model.input.columns.map(({ sample }) => sample);
  expect(price).toMatch(/^\d+,\d+$/);
  expect(arrival).toMatch(/^1\d\.07\.2024$/);
  expect(await predicted(price!, arrival!)).toHaveLength(2);
});

test('an ISO date is the same day', async () => {
  expect(await predicted('50,5', '2024-07-09')).toEqual(await predicted('50,5', '09.07.2024'));
});

test('what is not a number says what one looks like', async () => {
  const { code, message } = await refusal(predicted('50.55', '09.07.2024'));
  expect(code).toBe('BAD_INPUT');
  expect(message).toMatch(/"price" needs a number such as \d+,\d+, not "50\.55"/);
});
