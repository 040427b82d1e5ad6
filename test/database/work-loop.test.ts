import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '@kshot/domain';
import { cancelTasks, queueTasks } from '@kshot/store';
import { v7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { become, finished, plain, taskOf, working } from '../harness/work-loop.js';

test('an idle worker hears of a task and does it', async () => {
  const { store, queue, child } = await working();
  const subject = await queue();
  await finished(await child(0));
  await become(store, subject, 'DONE');
});

test('the next task of a backlog starts when one is done', async () => {
  const { store, queue, child, children } = await working();
  const [, second] = [await queue(), await queue()];
  await child(0);
  expect(children, 'one at a time').toHaveLength(1);
  await finished(await child(0));
  await finished(await child(1));
  await become(store, second, 'DONE');
});

test('of a kind that reads files several are done at once', async () => {
  const { store, queue, child } = await working({ ...plain, atOnce: 2 });
  const [, second] = [await queue(), await queue()];
  await child(0);
  await finished(await child(1));
  await become(store, second, 'DONE');
});

test('a quick task starts beside one of its kind that takes long, and another of these waits', async () => {
  const { store, queue, child } = await working({ ...plain, quickBeside: 1 });
  const long = [await queue(), await queue()];
  await child(0);
  const quick = v7();
  await queueTasks(store.pool, [{ kind: 'test', subject: quick, part: 0, quick: true }]);
  await finished(await child(1));
  await become(store, quick, 'DONE');
  expect((await taskOf(store, long[1]!)).status).toBe('QUEUED');
});

test('a run starts beside the first of four hundred parts of a study that waited before it', async () => {
  const { store, queue, child, children } = await working(
    { ...plain, name: 'shard' },
    { ...plain, name: 'run' },
  );
  await queue('shard', 400);
  const run = await queue('run');
  await become(store, run, 'RUNNING');
  await child(1);
  expect(children, 'one of each kind').toHaveLength(2);
});

test('a child that takes more time than its kind has is ended, and the task FAILED', async () => {
  const { store, queue, child } = await working({ ...plain, minutes: 0.001 });
  const subject = await queue();
  const { asked } = await child(0);
  await become(store, subject, 'FAILED');
  const { attempt, failureCode } = await taskOf(store, subject);
  expect({ asked, attempt, failureCode }).toEqual({
    asked: ['kill'],
    attempt: 1,
    failureCode: 'DATA_TOO_LARGE',
  });
});

test('a task that cannot be loaded is FAILED with its reason', async () => {
  const load = () => Promise.reject(new DomainError('NOT_FOUND', 'It was deleted.'));
  const { store, queue, children } = await working({ ...plain, load });
  const subject = await queue();
  await become(store, subject, 'FAILED');
  expect((await taskOf(store, subject)).failureMessage).toBe('It was deleted.');
  expect(children).toHaveLength(0);
});

test('a failure that the child names fails the task at the first attempt', async () => {
  const { store, queue, child } = await working();
  const subject = await queue();
  await finished(await child(0), { kind: 'failed', failure: { code: 'DATA_FORMAT', message: 'Line 3.' } });
  await become(store, subject, 'FAILED');
  const { attempt, failureCode } = await taskOf(store, subject);
  expect({ attempt, failureCode }).toEqual({ attempt: 1, failureCode: 'DATA_FORMAT' });
});

test('a child that dies is followed by another at once', async () => {
  const { store, queue, child } = await working();
  const subject = await queue();
  (await child(0)).end({ kind: 'DIED', how: 'SIGKILL' });
  await finished(await child(1));
  await become(store, subject, 'DONE');
});

test('a task whose child dies three times is FAILED as WORKER_LOST, with how it died', async () => {
  const { store, queue, child } = await working();
  const subject = await queue();
  for (const n of [0, 1, 2]) (await child(n)).end({ kind: 'DIED', how: 'SIGSEGV' });
  await become(store, subject, 'FAILED');
  const { failureCode, failureMessage } = await taskOf(store, subject);
  expect(failureCode).toBe('WORKER_LOST');
  expect(failureMessage).toContain('SIGSEGV');
});

test('a child that runs out of memory fails the task as OUT_OF_MEMORY, with what it took', async () => {
  const { store, queue, child } = await working();
  const subject = await queue();
  (await child(0)).end({ kind: 'OUT_OF_MEMORY', bytes: 3 * 1024 ** 3 });
  await become(store, subject, 'FAILED');
  const { attempt, failureCode, failureMessage } = await taskOf(store, subject);
  expect({ attempt, failureCode }).toEqual({ attempt: 1, failureCode: 'OUT_OF_MEMORY' });
  expect(failureMessage).toContain('3.0 GiB');
});

test('a running task that is cancelled gently asks its child to stop', async () => {
  const { store, queue, child } = await working();
  const subject = await queue();
  const { asked } = await child(0);
  await cancelTasks(store.pool, subject, { gently: true });
  await vi.waitFor(() => expect(asked).toEqual(['stop']));
  await finished(await child(0), { kind: 'stopped' });
  await become(store, subject, 'CANCELLED');
});

test('a task that is cancelled gently while it is loaded starts no child', async () => {
  const load = vi.fn(() => delay(500, { kind: 'check' } as never));
  const { store, queue, children } = await working({ ...plain, load });
  const subject = await queue();
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  await cancelTasks(store.pool, subject, { gently: true });
  await become(store, subject, 'CANCELLED');
  expect(children).toHaveLength(0);
});

test('a child that goes on after its task was cancelled is ended', async () => {
  const { store, queue, child } = await working();
  const subject = await queue();
  const { asked } = await child(0);
  await cancelTasks(store.pool, subject, { gently: true });
  await become(store, subject, 'CANCELLED');
  expect([asked[0], asked.at(-1)]).toEqual(['stop', 'kill']);
});

test('a running task that is cancelled at once loses its child', async () => {
  const { store, queue, child } = await working();
  const subject = await queue();
  const { asked } = await child(0);
  await cancelTasks(store.pool, subject);
  await vi.waitFor(() => expect(asked).toEqual(['kill']));
  expect((await taskOf(store, subject)).status).toBe('CANCELLED');
});

test('a lost lease stops the child, whoever holds the task now', async () => {
  const { store, queue, child } = await working();
  await queue();
  const { asked } = await child(0);
  await store.pool.query('update task set attempt = attempt + 1');
  await vi.waitFor(() => expect(asked).toEqual(['kill']), { timeout: 120_000 });
});

test('a task of a worker that stopped answering is taken over', async () => {
  const { store, child, children } = await working();
  const subject = v7();
  await store.pool.query(
    `insert into task (id, kind, subject, status, attempt, worker, lease_until)
     values ($1, 'test', $2, 'RUNNING', 1, 'elsewhere', now() + interval '1 second')`,
    [v7(), subject],
  );
  await delay(100);
  expect(children, 'not before its lease is over').toHaveLength(0);
  await finished(await child(0));
  await become(store, subject, 'DONE');
  expect((await taskOf(store, subject)).attempt).toBe(2);
});

test('a worker that is stopped hands its task back without counting a loss', async () => {
  const { store, loop, queue, child } = await working();
  const subject = await queue();
  await child(0);
  await loop.stop();
  const { status, losses } = await taskOf(store, subject);
  expect({ status, losses }).toEqual({ status: 'QUEUED', losses: 0 });
});

test('a task that can go on writes a checkpoint before its worker stops', async () => {
  const { store, loop, queue, child } = await working({ ...plain, resumes: true });
  const subject = await queue();
  const { asked, say, end } = await child(0);
  const stopped = loop.stop();
  await vi.waitFor(() => expect(asked).toEqual(['stop']));
  await say({ kind: 'stopped' });
  end({ kind: 'FINISHED' });
  await stopped;
  expect((await taskOf(store, subject)).status).toBe('QUEUED');
});
