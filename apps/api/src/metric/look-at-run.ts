import { hasEnded, type RunStatus } from '@kshot/domain';
import { readSeries, runStatus, type Store } from '@kshot/store';
import { shareAnswers } from '../live/shared-answers.js';
import type { MetricBatch } from './metric.type.js';

/** Milliseconds in which subscribers that heard of the same change come together. */
const GATHER = 2;
const looks = new WeakMap<Store['pool'], Map<string, Promise<MetricBatch>>>();

/** What a run recorded after a step: one look for all subscribers that stand at the same step, however many they are. */
export function lookAtRun(store: Store, runId: string, after: number): Promise<MetricBatch> {
  const waiting = looks.get(store.pool) ?? new Map<string, Promise<MetricBatch>>();
  looks.set(store.pool, waiting);
  const key = `${runId} ${after}`;
  const known = waiting.get(key);
  if (known) return known;
  const look = new Promise((resolve) => setTimeout(resolve, GATHER)).then(async () => {
    waiting.delete(key); // whoever comes from now on waits for the next look
    const status = await runStatus(store.pool, runId); // before the series: what an ended run recorded is all there
    const series = await readSeries(store.pool, runId, { after });
    const lastStep = series.reduce((last, { steps }) => Math.max(last, steps.at(-1) ?? 0), after);
    return shareAnswers({ runId, lastStep, series, done: hasEnded(status as RunStatus) });
  });
  waiting.set(key, look);
  return look;
}
