import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromChild, Task, ToChild } from './protocol.js';

export interface Attempt {
  /** Asks the child to stop after the present step. */
  stop(): void;
  /** Ends it at once. */
  kill(): void;
  /** Resolves when the child has ended and everything it said was handled: true after a last word, false when it died. */
  readonly ended: Promise<boolean>;
}

const lastWords = new Set<FromChild['kind']>([
  'imported',
  'trained',
  'stopped',
  'scored',
  'reported',
  'checked',
  'advised',
  'failed',
]);

/** One that has loaded its modules while another works: starting takes longer than many a task. It ends with the worker. */
let spare: ChildProcess | undefined;

const forked = (): ChildProcess =>
  fork(fileURLToPath(new URL('./child.js', import.meta.url)), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

/** Starts a child process for a task. What it says is handled in order, one at a time. */
export function spawnAttempt(task: Task, handle: (message: FromChild) => Promise<void>): Attempt {
  const child = spare?.connected ? spare : forked();
  const tell = (message: ToChild): void => {
    if (child.connected) child.send(message);
  };
  let spoken = false;
  let handled: Promise<void> = Promise.resolve();
  const ended = new Promise<boolean>((resolve, reject) => {
    child.on('message', (message: FromChild) => {
      spoken ||= lastWords.has(message.kind);
      handled = handled.then(() => handle(message));
      handled.catch((error) => {
        child.kill('SIGKILL');
        reject(error);
      });
    });
    child.once('error', reject);
    child.once('exit', () => handled.then(() => resolve(spoken), reject));
  });
  tell({ kind: 'task', task });
  spare = forked();
  spare.send({ kind: 'prepare' } satisfies ToChild);
  return { stop: () => tell({ kind: 'stop' }), kill: () => child.kill('SIGKILL'), ended };
}
