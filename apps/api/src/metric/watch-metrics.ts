import { DomainError, hasEnded } from '@kshot/domain';
import { readSeries } from '@kshot/store';
import type { Context } from '../context.js';
import { found } from '../schema/find.js';
import { watch } from '../schema/watch.js';
import type { MetricBatch } from './metric.type.js';

/** A client that lags gets what it missed in one batch: between two looks nothing is queued for it. */
const PAUSE = 100; // milliseconds between two batches

/**
 * What was recorded after the step, then what comes, each step once, in order; ends with the run. All metrics of a step are
 * recorded in one statement, so the last step seen is enough to go on from.
 */
export async function* watchMetrics(
  { store, listener }: Context,
  runId: string,
  after: number,
): AsyncGenerator<MetricBatch> {
  if (after < 0) throw new DomainError('BAD_INPUT', '`after` is the last step that you have, or 0.');
  const statusOf = () =>
    found('run', runId, (id) => store.prisma.run.findUnique({ where: { id }, select: { status: true } }));
  await statusOf();
  let lastStep = after;
  let sent = false;
  yield* watch(listener, 'metrics', runId, async () => {
    if (sent) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const { status } = await statusOf(); // before the series: what an ended run recorded is all there
    const series = await readSeries(store.pool, runId, { after: lastStep });
    const done = hasEnded(status);
    lastStep = series.reduce((last, { steps }) => Math.max(last, steps.at(-1) ?? 0), lastStep);
    const news = series.length > 0 || done || !sent;
    sent = true;
    return { values: news ? [{ runId, lastStep, series, done }] : [], end: done };
  });
}
