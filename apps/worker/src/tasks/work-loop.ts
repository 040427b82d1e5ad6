import { setTimeout as delay } from 'node:timers/promises';
import { log } from '@kshot/domain';
import {
  claimTask,
  forgetWorker,
  type HeldTask,
  isUnavailable,
  type Listener,
  lostTasks,
  renewTasks,
  SEEN_EVERY,
  type Store,
  seeWorker,
} from '@kshot/store';
import type { Spawn } from '../attempt/spawn-attempt.js';
import type { Kind } from '../kinds/kind.js';
import { doTask, type Work } from './do-task.js';
import { loseTask } from './lose-task.js';

const LOOK_ANYWAY = 1000; // milliseconds: a notification can get lost with its connection
const RENEW_EVERY = 3000;
const SWEEP_EVERY = 5000;
const HAND_BACK_WITHIN = 8000;

/** Takes tasks as they come, of each kind as many at once as it says and some quick ones beside, keeps their leases and takes over those of lost workers. */
export function workLoop(
  store: Store,
  listener: Listener,
  worker: string,
  kinds: readonly Kind[],
  spawn: Spawn,
): { stop(): Promise<void> } {
  const { pool } = store;
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const works = new Set<Work>();
  const running = ({ name }: Kind): number => [...works].filter(({ held }) => held.kind === name).length;
  const isFree = (kind: Kind): boolean => running(kind) < (kind.atOnce ?? 1);
  const isFreeForQuick = (kind: Kind): boolean =>
    running(kind) < (kind.atOnce ?? 1) + (kind.quickBeside ?? 0);
  const namesOf = (which: (kind: Kind) => boolean): string[] => kinds.filter(which).map(({ name }) => name);
  let stopping = false;
  let news = true;
  let wake = (): void => undefined;
  const look = (): void => {
    news = true;
    wake();
  };

  /** While the database is away there is nothing to do: the next round tries again. */
  const away = (err: unknown): undefined => {
    if (!isUnavailable(err)) log.error({ err }, 'A round of the worker failed.');
  };

  const begin = (held: HeldTask): void => {
    const work = doTask(store, byName.get(held.kind) as Kind, held, spawn);
    works.add(work);
    void work.over.finally(() => {
      works.delete(work);
      look();
    });
  };
  const loop = async (): Promise<void> => {
    while (!stopping) {
      news = false;
      const quick = namesOf(isFreeForQuick);
      const held =
        quick.length > 0 ? await claimTask(pool, namesOf(isFree), worker, quick).catch(away) : undefined;
      if (held) begin(held);
      else if (!news)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, LOOK_ANYWAY);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
    }
  };
  const renew = async (): Promise<void> => {
    const mine = [...works];
    if (mine.length === 0) return;
    const present = await renewTasks(
      pool,
      mine.map(({ held }) => held),
    );
    for (const work of mine) {
      const task = present.get(work.held.id);
      if (!task) work.lose();
      else if (task.cancelRequested) work.cancel();
    }
  };
  const sweep = async (): Promise<void> => {
    for (const held of await lostTasks(pool)) {
      const kind = byName.get(held.kind);
      if (kind) await loseTask(pool, kind, held, 'The worker stopped answering.');
    }
    for (const kind of kinds) await kind.sweep?.(store);
  };
  const beat = (): void => void seeWorker(pool, worker).catch(away);
  beat();
  const timers = [
    setInterval(beat, SEEN_EVERY),
    setInterval(() => void renew().catch(away), RENEW_EVERY),
    setInterval(() => void sweep().catch(away), SWEEP_EVERY),
  ];
  const deaf = [
    listener.on('task', undefined, look),
    listener.on('cancel', undefined, () => void renew().catch(away)),
  ];
  const over = loop();

  return {
    /** Tasks that can go on from a checkpoint write one; all go back into the queue. */
    async stop() {
      stopping = true;
      for (const end of deaf) end();
      for (const timer of timers) clearInterval(timer);
      wake();
      await over; // a task that was just being claimed is among the works now
      const mine = [...works];
      for (const work of mine) work.handBack();
      const all = Promise.all(mine.map((work) => work.over));
      await Promise.race([all, delay(HAND_BACK_WITHIN)]);
      for (const work of works) work.lose();
      await Promise.race([all, delay(1000)]);
      await Promise.race([forgetWorker(pool, worker).catch(away), delay(1000)]);
    },
  };
}
