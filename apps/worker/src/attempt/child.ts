import { failureOf, inLogContext, type LogContext } from '@kshot/domain';
import { openBlobs } from '@kshot/store';
import type { FromChild, Task, ToChild } from './protocol.js';

/** The child process of one attempt: takes one task, says what happens, ends. It ends too when its worker is gone. */
const say = (message: FromChild): Promise<void> =>
  new Promise((resolve) => {
    if (!process.send) throw new Error('The attempt is started by the worker.');
    process.send(message, () => resolve());
  });

let stopping = false;
let context: LogContext = {};

async function run(task: Task): Promise<void> {
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
  context = message.context;
  void inLogContext(context, () =>
    run(message.task)
      .catch((error) => say({ kind: 'failed', failure: failureOf(error) }))
      .finally(() => process.exit(0)),
  );
});
// Ctrl-C reaches the whole group of processes; the worker decides what becomes of this one.
process.on('SIGINT', () => undefined);
