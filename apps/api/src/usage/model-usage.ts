import { DomainError } from '@kshot/domain';
import { findRows, readUsage, USAGE_DAYS, type UsageCounts } from '@kshot/store';
import type { Context } from '../context.js';
import type { Model } from '../model/model.type.js';
import { classDrift, strengthDrift } from './drift.js';
import { latencyAt } from './latency-buckets.js';
import type { ModelUsage, UsageFigures } from './usage.type.js';

const MOST_HOURS = USAGE_DAYS * 24;

/** What a model was asked in the last hours. */
export async function modelUsage(
  { store, usage }: Context,
  { id, classes, versionId }: Pick<Model, 'id' | 'classes' | 'versionId'>,
  hours: number,
): Promise<ModelUsage> {
  if (!(hours >= 1 && hours <= MOST_HOURS))
    throw new DomainError('BAD_INPUT', `\`hours\` must be from 1 to ${MOST_HOURS}, not ${hours}.`);
  await usage.flush();
  const rows = await readUsage(store.pool, id, hours);
  const predicted = summed(rows.map((row) => row.classes));
  const counts = classes.map((_, k) => predicted[k] ?? 0);
  const trained = versionId ? await findRows(store, 'class', { versionId }) : [];
  const countOf = new Map(trained.map(({ name, count }) => [name, count]));
  return {
    ...figuresOf(rows),
    hours: rows.map((row) => ({ at: row.at, ...figuresOf([row]) })),
    classes: classes
      .map((name, k) => ({ class: name, count: counts[k]! }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
    drift: classDrift(
      counts,
      classes.map((name) => countOf.get(name)),
    ),
    strengthDrift: strengthDrift(
      summed(rows.map((row) => row.strengths)),
      trained.reduce((sum, { count }) => sum + count, 0),
    ),
  };
}

function figuresOf(rows: readonly UsageCounts[]): UsageFigures {
  const sum = (name: 'calls' | 'examples' | 'errors' | 'noneOfThese') =>
    rows.reduce((total, row) => total + row[name], 0);
  const latencies = summed(rows.map((row) => row.latencies));
  return {
    calls: sum('calls'),
    examples: sum('examples'),
    errors: sum('errors'),
    noneOfThese: sum('noneOfThese'),
    p50: latencyAt(latencies, 0.5),
    p95: latencyAt(latencies, 0.95),
  };
}

/** Sums position by position; rows may be of different length. */
const summed = (rows: readonly (readonly number[])[]): number[] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, i) =>
    rows.reduce((total, row) => total + (row[i] ?? 0), 0),
  );
