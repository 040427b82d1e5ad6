import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../apps/worker/src/kinds/kinds.js';
import { killChildren } from '../harness/chaos/kill-children.js';
import { example, imported, upload } from '../harness/data-sets.js';
import { startEvaluation } from '../harness/evaluations.js';
import { type OwnKshot, startKshot, workerReplaced } from '../harness/kshot.js';
import { startRun, trainedModel } from '../harness/runs.js';

let kshot: OwnKshot;
let digits: string;
let irises: string;
beforeAll(async () => {
  kshot = await startKshot({ KSHOT_CHECKPOINT_SECONDS: '0.2' });
  irises = (await imported(kshot, 'iris.csv', example('iris.csv'))).id;
  digits = (await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'))).id;
});
afterAll(() => kshot.stop());

const mutation = async (field: string, type: string, input: unknown): Promise<string> => {
  const found = await kshot.ask<Record<string, { id: string }>>(
    `mutation ($input: ${type}!) { started: ${field}(input: $input) { id } }`,
    { input },
  );
  return found.started!.id;
};
const evaluated = (candidate: Record<string, unknown>) =>
  startEvaluation(kshot, digits, { crossValidation: { folds: 2 } }, candidate);

const manyRows = (count: number): string => {
  const rows = Array.from({ length: count }, (_, i) => `${i % 97},${i % 89},${i % 83},${i % 2 ? 'a' : 'b'}`);
  return `x,y,z,label\n${rows.join('\n')}\n`;
};

let model: Promise<string> | undefined;
/** A model of such rows. */
const tableModel = (): Promise<string> => {
  model ??= imported(kshot, 'few.csv', manyRows(200)).then(({ id }) => trainedModel(kshot, id));
  return model;
};

/** How each kind of work is asked for, so that it takes long enough to be interrupted; gives its subject. */
const starts: Readonly<Record<string, () => Promise<string>>> = {
  run: () => startRun(kshot, digits, { epochs: 100 }),
  import: async () => {
    const uploadId = await upload(kshot, 'many.csv', manyRows(60_000));
    return mutation('importDataSet', 'ImportDataSetInput', { uploadId, name: `many ${Math.random()}` });
  },
  shard: () => evaluated({ pretrain: { options: { epochs: 20 } } }),
  inspection: async () => {
    const uploadId = await upload(kshot, 'many.csv', manyRows(60_000));
    return mutation('inspectUpload', 'InspectUploadInput', { uploadId });
  },
  prediction: async () => {
    const uploadId = await upload(kshot, 'many.csv', manyRows(60_000));
    return mutation('startPrediction', 'StartPredictionInput', { uploadId, modelId: await tableModel() });
  },
  report: () => evaluated({ head: { options: { method: 'CENTROID' } } }),
  check: () => mutation('startLabelCheck', 'StartLabelCheckInput', { versionId: irises }),
  labelling: async () => {
    const lines = manyRows(3000).split('\n');
    const rows = lines.map((line, i) => (i > 2000 ? line.replace(/[ab]$/, '') : line)).join('\n');
    const { id } = await imported(kshot, 'partly.csv', rows);
    const { startLabelling } = await kshot.ask<{ startLabelling: { id: string } }>(
      `mutation { startLabelling(versionId: "${id}") { id } }`,
    );
    return startLabelling.id;
  },
  advice: async () => {
    const { recommend } = await kshot.ask<{ recommend: { id: string } }>(
      `mutation { recommend(versionId: "${irises}") { id } }`,
    );
    return recommend.id;
  },
};

async function taskOf(kind: string, subject: string) {
  const { rows } = await kshot.pool.query(
    'select status, attempt, worker from task where kind = $1 and subject = $2 order by part limit 1',
    [kind, subject],
  );
  return rows[0] as { status: string; attempt: number; worker: string } | undefined;
}

async function until(kind: string, subject: string, status: string) {
  for (;;) {
    const task = await taskOf(kind, subject);
    if (task?.status === status) return task;
    if (task && !['QUEUED', 'RUNNING'].includes(task.status)) throw new Error(`${kind} is ${task.status}`);
    await delay(status === 'RUNNING' ? 5 : 50);
  }
}

/** Kills the processes that a worker has started, until the task is tried again. */
async function killUntilAgain(kind: string, subject: string, worker: string): Promise<void> {
  while ((await taskOf(kind, subject))?.attempt === 1) {
    killChildren(worker);
    await delay(20);
  }
}

test('each kind of work is tried here', () => {
  expect(Object.keys(starts).sort()).toEqual(kinds.map(({ name }) => name).sort());
});

describe.each(kinds.map(({ name }) => name))('%s', (kind) => {
  test('is done by another worker when its own is killed', async () => {
    const subject = await starts[kind]!();
    await until(kind, subject, 'RUNNING');
    await workerReplaced(kshot);
    expect((await until(kind, subject, 'DONE')).attempt).toBe(2);
  });

  test('is done when its process is killed', async () => {
    const subject = await starts[kind]!();
    const { worker } = await until(kind, subject, 'RUNNING');
    await killUntilAgain(kind, subject, worker);
    expect((await until(kind, subject, 'DONE')).attempt).toBeGreaterThan(1);
  });
});
