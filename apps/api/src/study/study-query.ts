import { createHash } from 'node:crypto';
import type { CandidateSpec, ProtocolSettings } from '@kshot/domain';

/** All that a study is run again from. */
export interface StudyQuery {
  readonly versions: readonly {
    readonly versionId: string;
    readonly hash: string;
    readonly protocol: ProtocolSettings;
  }[];
  readonly candidates: readonly {
    readonly name: string;
    readonly method: string;
    readonly modelId: string | null;
    readonly spec: CandidateSpec;
  }[];
}

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
