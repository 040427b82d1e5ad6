import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { log, logContext } from '@kshot/domain';
import { watchMemory } from './memory-limit.js';
import type { FromChild, Task, ToChild } from './protocol.js';

/** How a child ended: after its last message, for want of memory, or by a signal or an exit code. */
export type Exit =
  | { readonly kind: 'FINISHED' }
  | { readonly kind: 'OUT_OF_MEMORY'; readonly bytes: number | undefined }
  | { readonly kind: 'DIED'; readonly how: string };

export interface Attempt {
  /** Asks the child to stop after the present step. */
  stop(): void;
  /** Ends it at once. */
  kill(): void;
  /** Resolves when the child has ended and all its messages were handled. */
  readonly ended: Promise<Exit>;
}

export type Spawn = (task: Task, handle: (message: FromChild) => Promise<void>) => Attempt;

const lastMessages = new Set<FromChild['kind']>([
  'imported',
  'inspected',
  'predicted',
  'trained',
  'stopped',
  'scored',
  'reported',
  'checked',
  'embedded',
  'advised',
  'failed',
]);

/** What V8 and TensorFlow write before they abort for want of memory. */
const NO_MEMORY = /heap out of memory|bad_alloc|allocation failed|cannot allocate memory/i;

/** One that has loaded its modules while another works: starting takes longer than many a task. It ends with the worker. */
let spare: ChildProcess | undefined;

function forked(): ChildProcess {
  const child = fork(fileURLToPath(new URL('./child.js', import.meta.url)), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  child.on('error', (err) => log.error({ err }, 'A process cannot be used.')); // it cannot be started or written to: 'close' follows
  return child;
}

/** It may have died just now, which its end says. */
const send = (child: ChildProcess, message: ToChild): void => {
  if (child.connected) child.send(message, () => undefined);
};

/** Starts a child process for a task. Its messages are handled in order, one at a time. */
export const spawnAttempt: Spawn = (task, handle) => {
  const child = spare?.connected && spare.exitCode === null && spare.signalCode === null ? spare : forked();
  let finished = false;
  let noMemory = false;
  child.stderr?.on('data', (text: Buffer) => {
    noMemory ||= NO_MEMORY.test(text.toString());
    process.stderr.write(text);
  });
  const memory = watchMemory(child);
  let handled: Promise<void> = Promise.resolve();
  const ended = new Promise<Exit>((resolve, reject) => {
    child.on('message', (message: FromChild) => {
      finished ||= lastMessages.has(message.kind);
      handled = handled.then(() => handle(message));
      handled.catch((error) => {
        child.kill('SIGKILL');
        reject(error);
      });
    });
    child.once('close', (code, signal) => {
      memory.stop();
      const bytes = memory.exceeded();
      const exit = (): Exit => {
        if (finished) return { kind: 'FINISHED' };
        if (noMemory || bytes !== undefined) return { kind: 'OUT_OF_MEMORY', bytes };
        return { kind: 'DIED', how: signal ?? `exit code ${code}` };
      };
      handled.then(() => resolve(exit()), reject);
    });
  });
  send(child, { kind: 'task', task, context: logContext() });
  spare = forked();
  send(spare, { kind: 'prepare' });
  return { stop: () => send(child, { kind: 'stop' }), kill: () => child.kill('SIGKILL'), ended };
};
