import { compactRuns, type HeldTask, insertMetrics, type Store } from '@kshot/store';
import { newRuns } from './new-runs.js';

const NAMES = Array.from({ length: 10 }, (_, i) => `metric${i}`);

/** The next steps of ten metrics. */
export function batchOf(done: number, count: number) {
  const steps = Array.from({ length: count }, (_, i) => done + i + 1);
  return Object.fromEntries(
    NAMES.map((name, k) => [name, { steps, values: steps.map((step) => Math.sin(step + k)) }]),
  );
}

/** A run that has begun. */
export async function newRun(store: Store): Promise<HeldTask> {
  const [held] = await newRuns(store, 1);
  if (!held) throw new Error('no task could be claimed');
  return held;
}

/** A run that has ended, with so many points of ten metrics. */
export async function recordedRun(store: Store, points: number): Promise<HeldTask> {
  const held = await newRun(store);
  const steps = points / NAMES.length;
  for (let step = 0; step < steps; step += 1000)
    await insertMetrics(store.pool, held, batchOf(step, Math.min(1000, steps - step)));
  await store.pool.query('update task set status = $1, ended_at = now() where id = $2', ['DONE', held.id]);
  await compactRuns(store.pool);
  return held;
}
