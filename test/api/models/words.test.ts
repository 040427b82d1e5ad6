import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { textEncoder } from '@kshot/fewshot';
import { loadBackend } from '@kshot/native';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { predictedFile } from '../../harness/predictions.js';
import { runEnded } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

const [money, parcels] = [
  ['refund for an invoice', 'charged twice on my card', 'wrong price on the bill', 'money back please'],
  ['parcel never arrived', 'delivery is late again', 'box was damaged in transport', 'where is my shipment'],
];
/** Words tell payment from delivery, and the age of the ticket which of either is urgent. */
const ticket = (i: number) => {
  const words = (i % 2 ? money : parcels)![(i >> 1) % 4]!;
  const age = (i * 7) % 40;
  return {
    subject: `${words} number ${i}`,
    age,
    label: `${i % 2 ? 'payment' : 'delivery'}${age < 20 ? '' : ' urgent'}`,
  };
};
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, k) => {
    const { subject, age, label } = ticket(from + k);
    return `${subject},${age},2024-0${1 + (k % 9)}-11,${label}`;
  });

let kshot: Kshot;
let versionId: string;
let modelId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  const table = `subject,age,opened,label\n${lines(0, 160).join('\n')}\n`;
  versionId = (await imported(kshot, 'tickets.csv', table)).id;
  const { train } = await kshot.ask<{ train: { id: string } }>(
    'mutation ($input: TrainInput!) { train(input: $input) { id } }',
    { input: { versionId } },
  );
  modelId = (await runEnded(kshot, train.id)).models[0]!.id;
});
afterAll(() => kshot.stop());

test('words beside numbers are a column of the data set', async () => {
  const { dataSetVersion } = await kshot.ask<{
    dataSetVersion: { modality: string; columns: { name: string; kind: string }[] };
  }>('query ($id: ID!) { dataSetVersion(id: $id) { modality columns { name kind } } }', { id: versionId });
  expect(dataSetVersion).toEqual({
    modality: 'TABLE',
    columns: [
      { name: 'subject', kind: 'TEXT' },
      { name: 'age', kind: 'NUMBER' },
      { name: 'opened', kind: 'NUMBER' },
    ],
  });
});

test('a row that is asked about over HTTP is answered by its words and its numbers', async () => {
  const answer = async (row: Record<string, string | number | null>) => {
    const response = await fetch(`${kshot.api}/v1/models/${modelId}:predict`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ inputs: [{ row }] }),
    });
    const { predictions } = (await response.json()) as { predictions: { class: string }[] };
    return predictions[0]!.class;
  };
  const opened = '2024-03-11';
  expect(await answer({ subject: 'charged twice on the invoice', age: 3, opened })).toBe('payment');
  expect(await answer({ subject: 'my parcel has not arrived', age: 35, opened })).toBe('delivery urgent');
  expect(await answer({ subject: null, age: 35, opened })).toMatch(/urgent$/);
});

test('a file is predicted by its words and its numbers', async () => {
  const file = `subject,age,opened,label\n${lines(160, 200).join('\n')}\n`;
  const { summary } = await predictedFile(kshot, modelId, 'more.csv', file);
  expect(summary).toMatchObject({ rows: 40, unread: 0 });
  expect(summary!.score!.accuracy).toBeGreaterThan(0.85);
});

test('a column of words has one importance and one contribution', async () => {
  const { model } = await kshot.ask<{
    model: { columnImportance: { columns: { name: string; lost: number }[] } };
  }>('query ($id: ID!) { model(id: $id) { columnImportance { columns { name lost } } } }', { id: modelId });
  expect(model.columnImportance.columns).toHaveLength(3);
  expect(model.columnImportance.columns.find(({ name }) => name === 'subject')!.lost).toBeGreaterThan(0.2);
  const { predict } = await kshot.ask<{
    predict: { contributions: { cells: { column: string; value: string | null }[] } }[];
  }>(
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { contributions { cells { column value } } } }',
    {
      id: modelId,
      inputs: [
        {
          row: [
            ['subject', 'refund for an invoice'],
            ['age', '3'],
          ].map(([column, value]) => ({ column, value })),
        },
      ],
    },
  );
  const { cells } = predict[0]!.contributions;
  expect(cells.map(({ column }) => column).sort()).toEqual(['age', 'opened', 'subject']);
});

test('the card says what the numbers of the words are', async () => {
  const card = await (await fetch(`${kshot.api}/files/models/${modelId}/model-card.md`)).text();
  expect(card).toMatch(/The text "subject" is 32 numbers: inner products of .*potion-base-8M gives/);
});

test('the script in Python answers by what the sentence encoder makes of the words', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kshot-words-'));
  try {
    const response = await fetch(`${kshot.api}/files/models/${modelId}/bundle.zip`);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    for (const name of ['model.safetensors', 'load_model.py', 'table_model.py'])
      writeFileSync(path.join(folder, name), files[name] as Uint8Array);
    await loadBackend();
    const words = 'my parcel has not arrived';
    const vector = [...textEncoder('POTION_BASE_8M')([words]).values];
    const row = { age: 35, opened: '2024-03-11T06:30' };
    const script = [
      'import json, sys, table_model',
      'print(json.dumps(table_model.load("model.safetensors").predict(json.loads(sys.argv[1]))))',
    ].join('\n');
    const answered = (subject: unknown): Record<string, number> =>
      JSON.parse(
        execFileSync('python3', ['-c', script, JSON.stringify({ subject, ...row })], {
          cwd: folder,
          encoding: 'utf8',
          stdio: 'pipe',
        }),
      );
    const { predict } = await kshot.ask<{
      predict: { probabilities: { class: string; probability: number }[] }[];
    }>(
      'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { probabilities { class probability } } }',
      {
        id: modelId,
        inputs: [
          {
            row: Object.entries({ subject: words, ...row }).map(([column, value]) => ({
              column,
              value: String(value),
            })),
          },
        ],
      },
    );
    const theirs = answered(vector);
    for (const { class: name, probability } of predict[0]!.probabilities)
      expect(Math.abs(theirs[name]! - probability)).toBeLessThan(1e-4);
    expect(() => answered(words)).toThrow(/does not have the sentence encoder POTION_BASE_8M/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
