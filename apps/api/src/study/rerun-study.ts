import { DomainError } from '@kshot/domain';
import { getRow, labelledVersion } from '@kshot/store';
import type { Context } from '../context.js';
import type { PlannedCandidate } from '../evaluation/candidate-of.js';
import type { Rerun, RerunEntry } from './rerun.type.js';
import { queuedStudy } from './start-study.js';
import { presentStudy, type Study } from './study.type.js';
import { evaluationsOf } from './study-evaluations.js';

/** The same query once more, as a study of its own that says whether the numbers still hold. */
export async function rerunStudy(context: Context, id: string): Promise<Study> {
  const { store } = context;
  const rerunOf = await getRow(store, 'study', id);
  const { name, query } = presentStudy(rerunOf);
  const versions = await Promise.all(
    query.versions.map(({ versionId }) => labelledVersion(store, versionId)),
  );
  const changed = versions.find(({ hash }, v) => hash !== query.versions[v]!.hash);
  if (changed)
    throw new DomainError('CONFLICT', `Version ${changed.number} of ${changed.dataSet.name} has changed.`);
  const candidates: PlannedCandidate[] = [];
  for (const { modelId, ...rest } of query.candidates) {
    const model = modelId ? await context.loaders.model.load(modelId) : null;
    const hash = 'modelHash' in rest.spec ? rest.spec.modelHash : null;
    if (hash && (!model || !(await store.blobs.has(hash))))
      throw new DomainError(
        'CONFLICT',
        `The model of ${rest.name} was deleted, so the study cannot be run again. Start another one without it.`,
      );
    candidates.push({ ...rest, model });
  }
  return queuedStudy(
    context,
    { name: `${name.replace(/ \(again\)$/, '').slice(0, 150)} (again)`, query, rerunOf },
    versions,
    candidates,
  );
}

/** What a study that was run again says of the first one. */
export async function rerunOf(context: Context, study: Study): Promise<Rerun | null> {
  if (!study.rerunOfId) return null;
  const [before, now] = await Promise.all([
    evaluationsOf(context, study.rerunOfId),
    evaluationsOf(context, study.id),
  ]);
  const entries = now.flatMap((row): RerunEntry[] => {
    const first = before.find(
      ({ position, versionId }) => position === row.position && versionId === row.versionId,
    );
    if (!first) return [];
    const done = row.status === 'DONE' && first.status === 'DONE';
    const { low, high } = first.report?.accuracy ?? { low: Number.NaN, high: Number.NaN };
    const same = done ? row.resultHash === first.resultHash : null;
    const value = row.report?.accuracy.value ?? Number.NaN;
    const holds = done ? same === true || (value >= low && value <= high) : null;
    return [{ before: first, now: row, same, holds }];
  });
  return { studyId: study.rerunOfId, entries, ...verdictOf(entries) };
}

function verdictOf(entries: readonly RerunEntry[]): { holds: boolean | null; verdict: string } {
  if (entries.some(({ holds }) => holds === null)) return { holds: null, verdict: 'It is not known yet.' };
  if (entries.every(({ same }) => same))
    return { holds: true, verdict: 'All numbers are the same to the last bit.' };
  const lost = entries.filter(({ holds }) => !holds).map(({ now }) => now.name);
  if (lost.length === 0)
    return {
      holds: true,
      verdict: 'All accuracies lie within the intervals of the first study, not to the bit.',
    };
  return { holds: false, verdict: `Outside of their intervals are now: ${lost.join(', ')}.` };
}
