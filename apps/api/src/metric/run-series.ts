import { DomainError } from '@kshot/domain';
import { metricNames, readSeries } from '@kshot/store';
import type { Context } from '../context.js';
import type { Series } from './metric.type.js';

interface Range {
  readonly names: string[] | undefined;
  readonly fromStep: number | undefined;
  readonly toStep: number | undefined;
  readonly points: number;
}

export async function runSeries(
  { store }: Context,
  runId: string,
  { names, fromStep, toStep, points }: Range,
): Promise<Series[]> {
  if (points < 1 || points > 10_000) throw new DomainError('BAD_INPUT', '`points` must be from 1 to 10,000.');
  const after = fromStep === undefined || fromStep === null ? undefined : Math.max(0, fromStep) - 1;
  return readSeries(store.pool, runId, { names, after, until: toStep ?? undefined, points });
}

export const runMetricNames = ({ store }: Context, runId: string): Promise<string[]> =>
  metricNames(store.pool, runId);
