import { findRows, listen, queueTasks, type Store } from '@kshot/store';
import { v7 } from 'uuid';
import { expect, onTestFinished, vi } from 'vitest';
import type { FromChild } from '../../apps/worker/src/attempt/protocol.js';
import type { Exit, Spawn } from '../../apps/worker/src/attempt/spawn-attempt.js';
import type { Kind } from '../../apps/worker/src/kinds/kind.js';
import { workLoop } from '../../apps/worker/src/tasks/work-loop.js';
import { newStore } from './template-database.js';

/** A child whose messages and end the test decides. */
interface FakeChild {
  say(message: FromChild): Promise<void>;
  end(exit: Exit): void;
  readonly asked: string[];
}

function fakeChildren(): { spawn: Spawn; children: FakeChild[] } {
  const children: FakeChild[] = [];
  const spawn: Spawn = (_task, handle) => {
    const asked: string[] = [];
    let end: (exit: Exit) => void = () => undefined;
    const ended = new Promise<Exit>((resolve) => {
      end = resolve;
    });
    children.push({ say: handle, end, asked });
    return {
      stop: () => void asked.push('stop'),
      kill: () => {
        asked.push('kill');
        end({ kind: 'DIED', how: 'SIGKILL' });
      },
      ended,
    };
  };
  return { spawn, children };
}

export const plain: Kind = {
  name: 'test',
  load: async () => ({ kind: 'check' }) as never,
  keep: async (_store, _held, { kind }) =>
    kind === 'checked' ? { settle: async () => undefined } : 'STORED',
};

/** A worker at a database of its own, with fake children; tasks are queued of the first kind unless another is named. */
export async function working(...kinds: [Kind, ...Kind[]] | []) {
  const known = kinds.length > 0 ? kinds : [plain];
  const store = await newStore();
  const listener = await listen(store.url);
  const { spawn, children } = fakeChildren();
  const loop = workLoop(store, listener, 'worker', known, spawn);
  onTestFinished(async () => {
    await loop.stop();
    await listener.close();
  });
  const queue = async (kind = 'test', parts = 1): Promise<string> => {
    const subject = v7();
    const tasks = Array.from({ length: parts }, (_, part) => ({ kind, subject, part }));
    await queueTasks(store.pool, tasks);
    return subject;
  };
  const child = (n: number): Promise<FakeChild> =>
    vi.waitFor(() => children[n] ?? Promise.reject(new Error(`no child ${n}`)), {
      timeout: 120_000,
      interval: 10,
    });
  return { store, loop, queue, child, children };
}

export const taskOf = async (store: Store, subject: string) =>
  (await findRows(store, 'task', { subject }))[0]!;
export const become = (store: Store, subject: string, status: string) =>
  vi.waitFor(async () => expect((await taskOf(store, subject)).status).toBe(status), {
    timeout: 120_000,
    interval: 20,
  });

const DONE = { kind: 'checked' } as FromChild;
export const finished = async (child: FakeChild, message = DONE): Promise<void> => {
  await child.say(message);
  child.end({ kind: 'FINISHED' });
};
