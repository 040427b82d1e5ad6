import { createHash } from 'node:crypto';
import type { StudyQuery } from '@kshot/domain';

/** Of what the numbers depend on: ids and names do not count. */
export function hashOfQuery({ versions, candidates }: StudyQuery): string {
  const asked = {
    versions: versions.map(({ hash, protocol }) => ({ hash, protocol })),
    candidates: candidates.map(({ spec }) => spec),
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(asked)))
    .digest('hex');
}

/** Keys in the order of the alphabet, at every depth. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
