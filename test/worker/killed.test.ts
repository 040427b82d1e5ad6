import { setTimeout as delay } from 'node:timers/promises';
import { readSeries } from '@kshot/store';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { killChildren } from '../harness/chaos/kill-children.js';
import { example, imported } from '../harness/data-sets.js';
import { type OwnKshot, startKshot, workerReplaced } from '../harness/kshot.js';
import { startFewShot } from '../harness/models/few-shot.js';
import { addTinyMultilingual, twoIntents } from '../harness/models/tiny-multilingual.js';
import { runEnded, runUntil, startRun } from '../harness/runs.js';

let kshot: OwnKshot;
let versionId: string;
beforeAll(async () => {
  kshot = await startKshot({ KSHOT_CHECKPOINT_SECONDS: '0.2' });
  versionId = (await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'))).id;
});
afterAll(() => kshot.stop());

const options = { epochs: 60, seed: 5 };

/** Steps of the loss as recorded. */
async function lossSteps(runId: string): Promise<number[]> {
  const [loss] = await readSeries(kshot.pool, runId, { names: ['loss'] });
  return loss?.steps ?? [];
}

test('a run whose worker is killed goes on with another, and gives the same model to the bit', async () => {
  const undisturbed = await runEnded(kshot, await startRun(kshot, versionId, options));
  const id = await startRun(kshot, versionId, options);
  await runUntil(kshot, id, ({ progress }) => (progress?.step ?? 0) > 1000);
  await workerReplaced(kshot);
  const run = await runEnded(kshot, id);
  expect(run.attempts.map(({ outcome }) => outcome)).toEqual(['LOST', 'DONE']);
  expect(run.models.map(({ hash }) => hash)).toEqual(undisturbed.models.map(({ hash }) => hash));
  const steps = await lossSteps(id);
  expect(steps).toEqual(Array.from({ length: run.progress?.steps ?? 0 }, (_, i) => i + 1));
});

test('a meta-training that is killed in its last epochs goes on from there, to the same model', async () => {
  const own = { backbone: 'DENSE', widths: [32], ways: 4, queries: 5, validationEpisodes: 20 };
  const input = { versionId, options: { ...own, epochs: 1, stepsPerEpoch: 200, finishEpochs: 5 } };
  const start = async () => {
    const { startMetaLearning } = await kshot.ask<{ startMetaLearning: { id: string } }>(
      'mutation ($input: StartMetaLearningInput!) { startMetaLearning(input: $input) { id } }',
      { input },
    );
    return startMetaLearning.id;
  };
  const id = await sameWhenKilled(start, 200);
  expect(await lossSteps(id)).toEqual(Array.from({ length: 1200 }, (_, i) => i + 1));
});

test('the tuning of an encoder that is killed goes on from its checkpoint, to the same model', async () => {
  const modelId = await addTinyMultilingual(kshot);
  const { id: texts } = await imported(kshot, 'intents.csv', twoIntents);
  const input = { versionId: texts, modelId, options: { method: 'TUNE_ENCODER', tuningSteps: 200 } };
  const start = () => startFewShot(kshot, 'startTransfer', input);
  await sameWhenKilled(start, 50);
});

/** A run whose worker is killed once it has a checkpoint past a step ends with the model of one that was left alone; gives its id. */
async function sameWhenKilled(start: () => Promise<string>, step: number): Promise<string> {
  const undisturbed = await runEnded(kshot, await start());
  const id = await start();
  await vi.waitFor(async () => expect(await lastCheckpoint(id)).toBeGreaterThan(step), 120_000);
  await workerReplaced(kshot);
  const run = await runEnded(kshot, id);
  expect(run.attempts.map(({ outcome }) => outcome)).toEqual(['LOST', 'DONE']);
  expect(run.models.map(({ hash }) => hash)).toEqual(undisturbed.models.map(({ hash }) => hash));
  return id;
}

async function lastCheckpoint(runId: string): Promise<number> {
  const { rows } = await kshot.pool.query(`select max(step) from checkpoint where run_id = $1`, [runId]);
  return rows[0].max ?? 0;
}

test('a run whose own process is killed is tried again', async () => {
  const id = await startRun(kshot, versionId, options);
  await runUntil(kshot, id, ({ progress }) => (progress?.step ?? 0) > 0);
  const { rows } = await kshot.pool.query(`select worker from task where subject = $1`, [id]);
  killChildren(rows[0].worker);
  const run = await runEnded(kshot, id);
  expect(run.status).toBe('DONE');
  expect(run.attempts).toHaveLength(2);
});

test('a run goes on while the database is away for some seconds, and no metric is lost or doubled', async () => {
  const id = await startRun(kshot, versionId, { ...options, epochs: 150 });
  await runUntil(kshot, id, ({ progress }) => (progress?.step ?? 0) > 0);
  await kshot.database.stop();
  await delay(4000);
  await kshot.database.start();
  const run = await runEnded(kshot, id);
  expect(run.attempts).toHaveLength(1);
  const steps = await lossSteps(id);
  expect(steps).toEqual(Array.from({ length: run.progress?.steps ?? 0 }, (_, i) => i + 1));
});
