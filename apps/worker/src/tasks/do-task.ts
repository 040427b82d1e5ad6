import { type Failure, failureOf, inLogContext, log, traced } from '@kshot/domain';
import {
  type Ending,
  type HeldTask,
  releaseTask,
  type Store,
  type TaskEnd,
  whenAvailable,
} from '@kshot/store';
import type { FromChild } from '../attempt/protocol.js';
import type { Attempt, Exit, Spawn } from '../attempt/spawn-attempt.js';
import type { Kind } from '../kinds/kind.js';
import { endWork, failWork } from './end-work.js';
import { loseTask } from './lose-task.js';

/** Milliseconds that a step may last after its task was cancelled: fitting the trees of a large table takes minutes. */
const PATIENCE = 2000;

/** A task that this worker holds. */
export interface Work {
  readonly held: HeldTask;
  /** Asks it to stop after its present step, and ends it where that takes long; it is cancelled then. */
  cancel(): void;
  /** Ends it: the lease is lost. */
  lose(): void;
  /** Stops it and puts it back into the queue. */
  handBack(): void;
  /** Resolves when nothing of it is left here. */
  readonly over: Promise<void>;
}

/** Does a task in a child process and stores all that this says; waits while the database is away, so that nothing is lost. */
export function doTask(store: Store, kind: Kind, held: HeldTask, spawn: Spawn): Work {
  const { pool } = store;
  let attempt: Attempt | undefined;
  let handedBack = false;
  let outcome = 'LOST';
  let late = false;
  let patience: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    attempt?.stop();
    patience ??= setTimeout(() => attempt?.kill(), PATIENCE);
  };
  const giveUp = (): void => {
    late = true;
    attempt?.kill();
  };

  const end = (how: TaskEnd, settle?: Ending['settle']) => {
    outcome = how.status;
    return whenAvailable(() => endWork(pool, kind, held, how, settle));
  };
  const fail = (failure: Failure) => {
    outcome = failure.code;
    return whenAvailable(() => failWork(pool, kind, held, failure));
  };
  const release = () => {
    outcome = 'HANDED_BACK';
    return whenAvailable(() => releaseTask(pool, held, null));
  };

  const handle = async (message: FromChild): Promise<void> => {
    if (message.kind === 'failed') return void (await fail(message.failure));
    if (message.kind === 'stopped') return handedBack ? release() : void (await end({ status: 'CANCELLED' }));
    const kept = await whenAvailable(() => kind.keep(store, held, message));
    if (kept === 'STORED') return;
    if (kept === 'LOST') return void attempt?.kill();
    await end({ status: 'DONE' }, kept.settle);
    await whenAvailable(async () => kind.afterwards?.(store, held.subject));
  };

  const exited = (exit: Exit): Promise<unknown> => {
    if (exit.kind === 'FINISHED') return done;
    if (handedBack) return release();
    if (patience) return end({ status: 'CANCELLED' });
    if (late) return fail(tookTooLong(kind.minutes as number));
    if (exit.kind === 'OUT_OF_MEMORY') return fail(outOfMemory(exit.bytes));
    return whenAvailable(() =>
      loseTask(pool, kind, held, `The process that did the work ended (${exit.how}).`),
    );
  };

  const work = async (note: (attributes: { outcome: string }) => void): Promise<void> => {
    try {
      const task = await whenAvailable(() => kind.load(store, held));
      if (handedBack) return void (await release());
      if (patience) {
        clearTimeout(patience);
        return void (await end({ status: 'CANCELLED' }));
      }
      attempt = spawn(task, handle);
      const clock = kind.minutes === undefined ? undefined : setTimeout(giveUp, 60_000 * kind.minutes);
      const exit = await attempt.ended.finally(() => {
        clearTimeout(clock);
        clearTimeout(patience);
      });
      await exited(exit);
    } catch (error) {
      await fail(failureOf(error));
    } finally {
      note({ outcome });
    }
  };

  const ids = { task: held.id, subject: held.subject, attempt: held.attempt };
  return {
    held,
    cancel,
    lose: () => attempt?.kill(),
    handBack() {
      handedBack = true;
      if (kind.resumes) attempt?.stop();
      else attempt?.kill();
    },
    over: inLogContext({ task: held.id, subject: held.subject, kind: kind.name }, () => {
      log.debug({ attempt: held.attempt }, 'begun');
      return traced(`task ${kind.name}`, ids, work).catch((err) =>
        log.error({ err }, 'The end of a task is not stored.'),
      );
    }),
  };
}

const done = Promise.resolve();

function outOfMemory(bytes: number | undefined): Failure {
  const took = bytes === undefined ? '' : ` after it had taken ${(bytes / 1024 ** 3).toFixed(1)} GiB`;
  return {
    code: 'OUT_OF_MEMORY',
    message: `The process ran out of memory${took}. Use a smaller batch, smaller pictures or fewer examples, or allow more by KSHOT_TASK_MEMORY_BYTES.`,
  };
}

const tookTooLong = (minutes: number): Failure => ({
  code: 'DATA_TOO_LARGE',
  message: `The file was given up: reading it took more than ${minutes} minutes. Divide it, or save it in a simpler format such as CSV or ZIP.`,
});
