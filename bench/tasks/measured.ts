import { setTimeout as delay } from 'node:timers/promises';
import type { Queue } from './queues.js';

/** Milliseconds that a task takes. */
const WORK = 50;

export interface Delays {
  /** Milliseconds from sending a task to its start on an idle worker. */
  readonly pickup: number[];
  /** Between the end of a task and the start of the next of a backlog. */
  readonly gap: number[];
}

/** A backlog of so many tasks, and then so many one by one. */
export async function measured({ send, begin, close }: Queue, rounds: number): Promise<Delays> {
  const pickup: number[] = [];
  const gap: number[] = [];
  let sentAt: number | undefined;
  let endedAt: number | undefined;
  let left = 0;
  let over: () => void = () => undefined;
  await begin(async () => {
    const now = performance.now();
    if (sentAt !== undefined) pickup.push(now - sentAt);
    if (endedAt !== undefined) gap.push(now - endedAt);
    await delay(WORK);
    endedAt = sentAt === undefined ? performance.now() : undefined;
    if (--left === 0) over();
  });
  const all = (count: number) => {
    left = count;
    return new Promise<void>((resolve) => {
      over = resolve;
    });
  };
  const backlog = all(rounds);
  for (let i = 0; i < rounds; i++) await send();
  await backlog;
  endedAt = undefined;
  for (let i = 0; i < rounds; i++) {
    await delay(300 + 400 * Math.random());
    const one = all(1);
    sentAt = performance.now();
    await send();
    await one;
  }
  await close();
  return { pickup, gap };
}
