import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { runEnded, startRun } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let versionId: string;
let runId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  versionId = (await imported(kshot, 'digits.csv', example('digits8x8.csv'))).id;
  runId = await startRun(kshot, versionId, { epochs: 1 });
  await runEnded(kshot, runId);
});
afterAll(() => kshot.stop());

test('a run that diverged is listed with the numbers that it has', async () => {
  await kshot.pool.query(
    `update run set summary = '{"loss": null, "accuracy": 0.5}', report = report || '{"loss": null}' where id = $1`,
    [runId],
  );
  const { runs } = await kshot.ask<{ runs: { nodes: unknown[] } }>(
    '{ runs { nodes { id summary { name value } report { loss } } } }',
  );
  expect(runs.nodes).toEqual([{ id: runId, summary: [{ name: 'accuracy', value: 0.5 }], report: null }]);
});

test('a model whose row cannot be read is left out of the list', async () => {
  await kshot.pool.query(
    `insert into model (id, name, technique, hash, bytes, parameter_count, modality, manifest)
     select gen_random_uuid(), 'broken', technique, hash, bytes, parameter_count, modality, '{}' from model`,
  );
  const { models } = await kshot.ask<{ models: { nodes: { name: string }[] } }>(
    '{ models { nodes { name } } }',
  );
  expect(models.nodes).toHaveLength(1);
  expect(models.nodes[0]?.name).not.toBe('broken');
});

test('advice on a version without a training part is refused by its reason', async () => {
  await kshot.pool.query(
    `update split set parts = (select jsonb_agg(case when p->>'name' = 'train' then p || '{"exampleCount": 0}' else p end)
       from jsonb_array_elements(parts) p) where version_id = $1`,
    [versionId],
  );
  expect(await refusal(kshot.ask(`mutation { recommend(versionId: "${versionId}") { id } }`))).toMatchObject({
    code: 'DATA_EMPTY',
    message: expect.stringContaining('training part'),
  });
});

test('examples of a split that is not there are refused', async () => {
  const query = `{ dataSetVersion(id: "${versionId}") { examples(first: 1, filter: { part: "test", splitId: "none" }) { totalCount } } }`;
  expect((await refusal(kshot.ask(query))).code).toBe('NOT_FOUND');
});
