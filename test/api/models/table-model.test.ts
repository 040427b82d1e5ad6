import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { endedTransfer } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let versionId: string;
const folder = mkdtempSync(path.join(tmpdir(), 'kshot-take-away-'));
beforeAll(async () => {
  kshot = await takeKshot();
  const rows = Array.from({ length: 60 }, (_, i) =>
    [(i % 3) * 4 + (i % 7) / 3, i % 5 === 0 ? '' : (i * 7) % 11, i % 2 ? 'red' : 'blue', 'abc'[i % 3]].join(
      ',',
    ),
  );
  const table = `size,weight,colour,label\n${rows.join('\n')}\n`;
  versionId = (await imported(kshot, 'things.csv', table)).id;
});
afterAll(async () => {
  await kshot.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function trained(options: Record<string, unknown>): Promise<string> {
  return (await endedTransfer(kshot, { versionId, options })).models[0]!.id;
}

async function bundle(modelId: string): Promise<Record<string, Uint8Array>> {
  const { model } = await kshot.ask<{ model: { bundleUrl: string } }>(
    'query ($id: ID!) { model(id: $id) { bundleUrl } }',
    { id: modelId },
  );
  const response = await fetch(kshot.api + model.bundleUrl);
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
}

test.each([
  { method: 'TABLE_ENSEMBLE' },
  { method: 'KERNEL_RIDGE', transform: 'CL2N' },
  { method: 'GAUSSIAN_DISCRIMINANT' },
  { method: 'RIDGE', transform: 'POWER' },
])('the scripts in Python and JavaScript answer for $method as the API does', async (options) => {
  const modelId = await trained(options);
  const files = await bundle(modelId);
  for (const name of ['model.safetensors', 'load_model.py', 'table_model.py', 'table_model.mjs'])
    writeFileSync(path.join(folder, name), files[name] as Uint8Array);
  const cells = [
    ['4.5', '3', 'red'],
    ['0.25', '', 'blue'],
    ['9', '10', 'green'],
  ];
  writeFileSync(
    path.join(folder, 'rows.csv'),
    `size,weight,colour\n${cells.map((row) => row.join(',')).join('\n')}\n`,
  );
  const columns = ['size', 'weight', 'colour'];
  const objects = cells.map((row) => Object.fromEntries(row.map((value, j) => [columns[j], value])));
  writeFileSync(path.join(folder, 'rows.jsonl'), objects.map((row) => JSON.stringify(row)).join('\n'));
  const printed = [
    ['python3', 'table_model.py', 'rows.csv'],
    [process.execPath, 'table_model.mjs', 'rows.jsonl'],
  ].map(([program, script, rows]) =>
    execFileSync(program!, [script!, 'model.safetensors', rows!], { cwd: folder, encoding: 'utf8' }),
  );
  const { predict } = await kshot.ask<{
    predict: { probabilities: { class: string; probability: number }[] }[];
  }>(
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { probabilities { class probability } } }',
    {
      id: modelId,
      inputs: cells.map((row) => ({
        row: row.map((value, j) => ({ column: columns[j], value: value || null })),
      })),
    },
  );
  for (const text of printed) {
    const theirs = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, number>);
    for (const [i, { probabilities }] of predict.entries())
      for (const { class: name, probability } of probabilities)
        expect(Math.abs(theirs[i]![name]! - probability)).toBeLessThan(1e-4);
  }
});

test.each(['RANDOM_FOREST', 'EXTRA_TREES', 'TABLE_ENSEMBLE'])('a model of %s answers', async (method) => {
  const rows = Array.from({ length: 60 }, (_, i) => `${i % 2 ? 1 : 9}.${i},${i % 2 ? 'low' : 'high'}`);
  const version = await imported(kshot, `${method}.csv`, `size,label\n${rows.join('\n')}\n`);
  const { models } = await endedTransfer(kshot, { versionId: version.id, options: { method } });
  const { predict } = await kshot.ask<{ predict: { class: string }[] }>(
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { class } }',
    {
      id: models[0]?.id,
      inputs: ['1.5', '9.5'].map((value) => ({ row: [{ column: 'size', value }] })),
    },
  );
  expect(predict.map((answer) => answer.class)).toEqual(['low', 'high']);
});
