import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countRows, findRows, openStore, readSeries } from '@kshot/store';
import pg from 'pg';
import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { moveMetrics } from '../../tools/prisma/move-metrics.mjs';
import { newDatabase } from '../harness/template-database.js';

const migrations = path.resolve('prisma/migrations');
const FIRST_OF_0_2 = '20261128090000_tasks';
const names = readdirSync(migrations)
  .filter((name) => /^\d+_/.test(name))
  .sort();
const scriptOf = (name: string): string => readFileSync(path.join(migrations, name, 'migration.sql'), 'utf8');

const ids = {
  dataSet: v7(),
  ready: v7(),
  waiting: v7(),
  broken: v7(),
  done: v7(),
  lost: v7(),
  model: v7(),
  evaluation: v7(),
  check: v7(),
  advice: v7(),
};

/** Rows as version 0.1.0 wrote them. */
const ROWS = `
insert into data_set (id, name) values ('${ids.dataSet}', 'irises');
insert into data_set_version (id, data_set_id, number, status, modality, hash, upload_hash, request, manifest, progress, attempt)
values ('${ids.ready}', '${ids.dataSet}', 1, 'READY', 'TABLE', 'aa', 'bb', '{}', '{}', 1, 1);
insert into data_set_version (id, data_set_id, number, status, upload_hash, request)
values ('${ids.waiting}', '${ids.dataSet}', 2, 'IMPORTING', 'bb', '{}');
insert into data_set_version (id, data_set_id, number, status, upload_hash, request, failure_code, failure_message, attempt)
values ('${ids.broken}', '${ids.dataSet}', 3, 'FAILED', 'bb', '{}', 'DATA_FORMAT', 'Line 3.', 1);
insert into run (id, name, technique, method, status, settings, seed, version_id, attempt, progress, environment, started_at, ended_at)
values ('${ids.done}', 'a run', 'PRETRAIN', 'DENSE', 'DONE', '{}', 1, '${ids.ready}', 2, '{"step": 7}', '{"backend": "x"}', now(), now());
insert into attempt (run_id, number, worker, outcome) values ('${ids.done}', 1, 'a', 'LOST'), ('${ids.done}', 2, 'b', 'DONE');
insert into run (id, name, technique, method, status, settings, seed, version_id, attempt, lease_until, started_at)
values ('${ids.lost}', 'another', 'PRETRAIN', 'DENSE', 'RUNNING', '{}', 1, '${ids.ready}', 1, now() - interval '1 hour', now());
insert into metric (run_id, name, step, value) values ('${ids.done}', 'loss', 1, 0.5), ('${ids.done}', 'loss', 2, 0.25),
  ('${ids.done}', 'loss', 9000, -1), ('${ids.done}', 'accuracy', 5000, 0.75), ('${ids.lost}', 'loss', 1, 3);
insert into model (id, name, technique, hash, bytes, parameter_count, modality, manifest, run_id, version_id)
values ('${ids.model}', 'a model', 'PRETRAIN', 'cc', 1, 1, 'TABLE', '{}', '${ids.done}', '${ids.ready}');
insert into evaluation (id, name, status, query, method, protocol, version_id, unit_count)
values ('${ids.evaluation}', 'an evaluation', 'RUNNING', '{}', 'RIDGE', 'SPLIT', '${ids.ready}', 2);
insert into evaluation_shard (evaluation_id, index, from_unit, to_unit, status, attempt, scores, hash)
values ('${ids.evaluation}', 0, 0, 1, 'DONE', 1, '{0.5}', 'dd'), ('${ids.evaluation}', 1, 1, 2, 'QUEUED', 0, '{}', null),
  ('${ids.evaluation}', 2, 0, 0, 'QUEUED', 0, '{}', null);
insert into label_check (id, name, status, query, version_id, failure_code, failure_message, attempt)
values ('${ids.check}', 'a check', 'FAILED', '{}', '${ids.ready}', 'WORKER_LOST', 'Lost.', 3);
insert into recommendation (id, version_id, split_name, budget, status, attempt, result)
values ('${ids.advice}', '${ids.ready}', 'default', '{}', 'DONE', 1, '{"options": []}');`;

/** A database of 0.1.0 with these rows, brought up to date. */
async function upgraded() {
  const url = await newDatabase({ empty: true });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const name of names.filter((one) => one < FIRST_OF_0_2)) await client.query(scriptOf(name));
  await client.query(ROWS);
  for (const name of names.filter((one) => one >= FIRST_OF_0_2)) await client.query(scriptOf(name));
  for await (const _ of moveMetrics(client));
  await client.end();
  const store = await openStore({
    url,
    blobDir: mkdtempSync(path.join(tmpdir(), 'kshot-blobs-')),
    connections: 2,
  });
  onTestFinished(() => store.close());
  const tasks = await findRows(store, 'task', {}, { by: 'kind' });
  return { store, tasks };
}

test('a home of 0.1.0 keeps its data sets, runs, models, evaluations, checks and advice', async () => {
  const { store } = await upgraded();
  const tables = [
    ...(['dataSet', 'dataSetVersion', 'run', 'model'] as const),
    ...(['evaluation', 'labelCheck', 'recommendation'] as const),
  ];
  const counts = await Promise.all(tables.map((table) => countRows(store, table)));
  expect(counts).toEqual([1, 3, 2, 1, 1, 1, 1]);
});

test('all work of 0.1.0 is a task in the same state', async () => {
  const { tasks } = await upgraded();
  const states = tasks.map(({ kind, subject, status, attempt }) => {
    const name = Object.entries(ids).find(([, id]) => id === subject)?.[0];
    return [kind, name, status, attempt].join(' ');
  });
  expect(states.sort()).toEqual(
    [
      'advice advice DONE 1',
      'check check FAILED 3',
      'import broken FAILED 1',
      'import ready DONE 1',
      'import waiting QUEUED 0',
      'report evaluation QUEUED 0',
      'run done DONE 2',
      'run lost RUNNING 1',
      'shard evaluation DONE 1',
      'shard evaluation QUEUED 0',
    ].sort(),
  );
});

test('a run of 0.1.0 keeps its attempts, progress, environment and metrics', async () => {
  const { store, tasks } = await upgraded();
  const run = tasks.find(({ subject }) => subject === ids.done);
  const attempts = await findRows(store, 'attempt', { taskId: run!.id }, { by: 'number' });
  expect(attempts.map(({ outcome }) => outcome)).toEqual(['LOST', 'DONE']);
  expect([run?.progress, run?.environment]).toEqual([{ step: 7 }, { backend: 'x' }]);
  const series = (await readSeries(store.pool, ids.done)).map(({ name, steps, values }) => ({
    name,
    steps,
    values,
  }));
  expect(series).toEqual([
    { name: 'accuracy', steps: [5000], values: [0.75] },
    { name: 'loss', steps: [1, 2, 9000], values: [0.5, 0.25, -1] },
  ]);
});

test('a failure of 0.1.0 keeps its code and message', async () => {
  const { tasks } = await upgraded();
  const { failureCode, failureMessage } = tasks.find(({ subject }) => subject === ids.broken)!;
  expect([failureCode, failureMessage]).toEqual(['DATA_FORMAT', 'Line 3.']);
});
