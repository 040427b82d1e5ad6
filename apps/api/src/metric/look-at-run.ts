import { hasEnded, type RunStatus } from '@kshot/domain';
import { readSeries, runStatus, type Store } from '@kshot/store';
import { shareAnswers } from '../live/shared-answers.js';
import { lookTogether } from '../look-together.js';
import type { MetricBatch } from './metric.type.js';

/** What a run recorded after a step: one look for all subscribers that stand at the same step, however many they are. */
export const lookAtRun = ({ pool }: Store, runId: string, after: number): Promise<MetricBatch> =>
  lookTogether(pool, `metrics ${runId} ${after}`, async () => {
    const status = await runStatus(pool, runId); // before the series: what an ended run recorded is all there
    const series = await readSeries(pool, runId, { after });
    const lastStep = series.reduce((last, { steps }) => Math.max(last, steps.at(-1) ?? 0), after);
    return shareAnswers({ runId, lastStep, series, done: hasEnded(status as RunStatus) });
  });
