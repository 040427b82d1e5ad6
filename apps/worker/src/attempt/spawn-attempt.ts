import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { log, logContext } from '@kshot/domain';
import { inOrder } from './in-order.js';
import { holdsLittle, watchMemory } from './memory-limit.js';
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
  /** Resolves when the child has ended or is free for another task, and all its messages were handled. */
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

/** Those that wait for a task, with their modules loaded: starting takes longer than many a task. They end with the worker. */
const waiting: ChildProcess[] = [];
const MOST_WAITING = 2;
/** Milliseconds of a task until another process is made ready beside it. */
const PREPARE_AFTER = 2000;

function forked(): ChildProcess {
  const child = fork(fileURLToPath(new URL('./child.js', import.meta.url)), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  child.on('error', (err) => log.error({ err }, 'A process cannot be used.')); // it cannot be started or written to: 'close' follows
  child.stderr?.pipe(process.stderr, { end: false });
  return child;
}

function waitingOrForked(): ChildProcess {
  for (let child = waiting.pop(); child; child = waiting.pop())
    if (child.connected && child.exitCode === null && child.signalCode === null) return child;
  return forked();
}

/** Keeps a process for the next task, unless there are enough or it holds much. */
function keep(child: ChildProcess): void {
  if (waiting.length < MOST_WAITING && child.connected && holdsLittle(child)) waiting.push(child);
  else child.kill();
}

/** It may have died just now, which its end says. */
const send = (child: ChildProcess, message: ToChild): void => {
  if (child.connected) child.send(message, () => undefined);
};

/** Has a process wait for the next task. */
export function prepareAttempt(): void {
  if (waiting.length > 0) return;
  const child = forked();
  send(child, { kind: 'prepare' });
  waiting.push(child);
}

/** Gives a task to a child process. */
export const spawnAttempt: Spawn = (task, handle) => {
  const child = waitingOrForked();
  let finished = false;
  let noMemory = false;
  let over = false;
  const memory = watchMemory(child);
  const queue = inOrder(handle);
  const ended = new Promise<Exit>((resolve, reject) => {
    const heard = (text: Buffer) => {
      noMemory ||= NO_MEMORY.test(text.toString());
    };
    const told = (message: FromChild) => {
      if (message.kind === 'free') return freed();
      finished ||= lastMessages.has(message.kind);
      queue.push(message);
      queue.handled.catch((error) => {
        child.kill('SIGKILL');
        reject(error);
      });
    };
    const letGo = (): void => {
      over = true;
      memory.stop();
      child.stderr?.off('data', heard);
      child.off('message', told).off('close', closed);
    };
    const freed = (): void => {
      letGo();
      queue.handled.then(() => {
        keep(child);
        resolve({ kind: 'FINISHED' });
      }, reject);
    };
    const closed = (code: number | null, signal: NodeJS.Signals | null): void => {
      letGo();
      const bytes = memory.exceeded();
      const exit = (): Exit => {
        if (finished) return { kind: 'FINISHED' };
        if (noMemory || bytes !== undefined) return { kind: 'OUT_OF_MEMORY', bytes };
        return { kind: 'DIED', how: signal ?? `exit code ${code}` };
      };
      queue.handled.then(() => resolve(exit()), reject);
    };
    child.stderr?.on('data', heard);
    child.on('message', told).once('close', closed);
  });
  send(child, { kind: 'task', task, context: logContext() });
  setTimeout(prepareAttempt, PREPARE_AFTER).unref(); // a short task leaves its process for the next one before that
  return {
    stop: () => over || send(child, { kind: 'stop' }),
    kill: () => over || child.kill('SIGKILL'),
    ended,
  };
};
