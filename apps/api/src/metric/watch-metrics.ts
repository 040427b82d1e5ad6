import { DomainError } from '@kshot/domain';
import { getRow } from '@kshot/store';
import type { Context } from '../context.js';
import { lookTogether } from '../look-together.js';
import { watch } from '../watch/watch.js';
import { lookAtRun } from './look-at-run.js';
import type { MetricBatch } from './metric.type.js';

/** Milliseconds between two batches: the first change is sent at once, later ones are merged. */
const PAUSE = 100;

/**
 * What was recorded after the step, then what comes, each step once, in order; ends with the run. All metrics of a step are
 * recorded in one statement, so the last step seen is enough to go on from. A client that lags gets what it missed in as few
 * batches as hold it: between two looks nothing is queued for it.
 */
export async function* watchMetrics(
  { store, listener }: Context,
  runId: string,
  after: number,
): AsyncGenerator<MetricBatch> {
  if (after < 0) throw new DomainError('BAD_INPUT', '`after` is the last step that you have, or 0.');
  await lookTogether(store.pool, `run ${runId} ${JSON.stringify(store.reach)}`, () =>
    getRow(store, 'run', runId),
  );
  let lastStep = after;
  let sentAt: number | undefined;
  yield* watch(listener, 'metrics', runId, async () => {
    const early = sentAt === undefined ? 0 : sentAt + PAUSE - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const { batch, more } = await lookAtRun(store, runId, lastStep);
    lastStep = batch.lastStep;
    const news = batch.series.length > 0 || batch.done || sentAt === undefined;
    if (news && !more) sentAt = performance.now();
    return { values: news ? [batch] : [], end: batch.done, again: more };
  });
}
