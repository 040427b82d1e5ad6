import { failureOf, inLogContext, type LogContext } from '@kshot/domain';
import { openBlobs } from '@kshot/store';
import type { FromChild, Task, ToChild } from './protocol.js';

/** The child process of attempts: takes one task after the other and says what happens. It ends with its worker, and after a failure. */
type Say = (message: FromChild) => Promise<void>;

const say: Say = (message) =>
  new Promise((resolve) => {
    if (!process.send) throw new Error('The attempt is started by the worker.');
    process.send(message, () => resolve());
  });

let stopping = false;
let context: LogContext = {};

async function run(task: Task, say: Say): Promise<void> {
  const blobs = await openBlobs(task.blobDir);
  // Only what the task needs is loaded: short ones end sooner.
  switch (task.kind) {
    case 'import':
      return (await import('./import-attempt.js')).importAttempt(task, blobs, say);
    case 'inspect':
      return (await import('./inspect-attempt.js')).inspectAttempt(task, blobs, say);
    case 'predict':
      return (await import('../prediction/predict-attempt.js')).predictAttempt(task, blobs, say);
    case 'edit':
      return (await import('../edit/edit-attempt.js')).editAttempt(task, blobs, say);
    case 'check':
      return (await import('../label-check/check-attempt.js')).checkAttempt(task, blobs, say);
    case 'embed':
      return (await import('../labelling/embed-attempt.js')).embedAttempt(task, blobs, say);
    case 'score':
      return (await import('../evaluation/score-attempt.js')).scoreAttempt(task, blobs, say);
    case 'report':
      return (await import('../evaluation/report-attempt.js')).reportAttempt(task, blobs, say);
    case 'advise':
      return (await import('../advisor/advise-attempt.js')).adviseAttempt(task, blobs, say);
    case 'train':
      return (await import('./train-attempt.js')).trainAttempt(task, blobs, say, () => stopping);
  }
}

async function attempt(task: Task): Promise<void> {
  let over = false;
  try {
    // What a task left running is not heard in the next one.
    await run(task, (message) => (over ? Promise.resolve() : say(message)));
    over = true;
    await say({ kind: 'free' });
  } catch (error) {
    over = true;
    await say({ kind: 'failed', failure: failureOf(error) });
    process.exit(0);
  }
}

// Thrown outside of what is awaited, by a stream for instance: it would be thrown again at the next attempt.
process.on('uncaughtException', (error) => {
  const failure = inLogContext(context, () => failureOf(error));
  void say({ kind: 'failed', failure }).finally(() => process.exit(1));
});
process.on('disconnect', () => process.exit(1));
process.on('message', (message: ToChild) => {
  if (message.kind === 'stop') {
    stopping = true;
    return;
  }
  // What most tasks need; the shortest ones come by the dozen.
  if (message.kind === 'prepare') return void import('../evaluation/score-attempt.js');
  stopping = false;
  context = message.context;
  void inLogContext(context, () => attempt(message.task));
});
// Ctrl-C reaches the whole group of processes; the worker decides what becomes of this one.
process.on('SIGINT', () => undefined);
