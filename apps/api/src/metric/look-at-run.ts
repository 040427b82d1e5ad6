import { hasEnded, type RunStatus } from '@kshot/domain';
import { readSeries, runStatus, type Store, stepOfPoints } from '@kshot/store';
import { shareAnswers } from '../live/shared-answers.js';
import { lookTogether } from '../look-together.js';
import type { MetricBatch } from './metric.type.js';

/** Points of a batch, about a megabyte: a long history comes in pieces, and others are answered in between. */
const MOST_POINTS = 50_000;

export interface Look {
  readonly batch: MetricBatch;
  /** There is more to be sent at once. */
  readonly more: boolean;
}

/** What a run recorded after a step: one look for all subscribers that stand at the same step, however many they are. */
export const lookAtRun = ({ pool }: Store, runId: string, after: number): Promise<Look> =>
  lookTogether(pool, `metrics ${runId} ${after}`, async () => {
    const status = await runStatus(pool, runId); // before the series: what an ended run recorded is all there
    const until = await stepOfPoints(pool, runId, after, MOST_POINTS);
    const series = await readSeries(pool, runId, { after, until });
    const seen = series.reduce((last, { steps }) => Math.max(last, steps.at(-1) ?? 0), after);
    const [more, lastStep] = [until !== undefined, until ?? seen];
    const done = !more && hasEnded(status as RunStatus);
    return { batch: shareAnswers({ runId, lastStep, series, done }), more };
  });
