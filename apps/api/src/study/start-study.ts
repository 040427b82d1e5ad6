import { DomainError, type StudyQuery } from '@kshot/domain';
import { insertStudy, labelledVersion, type NewEvaluation, type ReadyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { candidateOf, type PlannedCandidate } from '../evaluation/candidate-of.js';
import { plannedEvaluation, unitsFor } from '../evaluation/plan-evaluation.js';
import { protocolOf } from '../evaluation/protocol-of.js';
import { placeOf } from '../project/place-of.js';
import { nameOr } from '../schema/name-for.js';
import { hashOfQuery } from './hash-of-query.js';
import type { StartStudyInput } from './study.input.js';
import { presentStudy, type Study } from './study.type.js';

const MOST_CANDIDATES = 20;

/** Checks every candidate on every version before anything is written, then queues all. */
export async function startStudy(context: Context, input: StartStudyInput): Promise<Study> {
  if (input.candidates.length < 2 || input.candidates.length > MOST_CANDIDATES)
    throw new DomainError(
      'BAD_INPUT',
      `A study compares 2 to ${MOST_CANDIDATES} candidates; here are ${input.candidates.length}.`,
    );
  const ids = [...new Set(input.versionIds)];
  if (ids.length === 0 || ids.length > 20)
    throw new DomainError('BAD_INPUT', 'A study needs 1 to 20 versions. Pass their ids as versionIds.');
  const versions = await Promise.all(ids.map((id) => labelledVersion(context.store, id)));
  const protocols = await Promise.all(
    versions.map((version) => protocolOf(context, input.protocol, version)),
  );
  const candidates: PlannedCandidate[] = [];
  for (const each of input.candidates)
    candidates.push(named(await candidateOf(context, each, versions), candidates));
  const query: StudyQuery = {
    versions: versions.map(({ id, hash }, v) => ({ versionId: id, hash, protocol: protocols[v]! })),
    candidates: candidates.map(({ model, ...rest }) => ({ ...rest, modelId: model?.id ?? null })),
  };
  const proposed = `Study of ${versions.map(({ dataSet }) => dataSet.name).join(', ')}`;
  const name = nameOr('study', input.name, proposed);
  return queuedStudy(
    context,
    { name, query, rerunOf: null, projectId: input.projectId },
    versions,
    candidates,
  );
}

/** A name of its own, so that lists and figures tell candidates apart. */
function named(candidate: PlannedCandidate, others: readonly PlannedCandidate[]): PlannedCandidate {
  const taken = new Set(others.map(({ name }) => name));
  let name = candidate.name;
  for (let n = 2; taken.has(name); n++) name = `${candidate.name} ${n}`;
  return { ...candidate, name };
}

interface NewStudy {
  readonly name: string;
  readonly query: StudyQuery;
  readonly rerunOf: { readonly id: string; readonly projectId: string } | null;
  readonly projectId?: string | null | undefined;
}

/** Writes the study with its evaluations and queues their shards. */
export async function queuedStudy(
  context: Context,
  { name, query, rerunOf, projectId }: NewStudy,
  versions: readonly ReadyVersion[],
  candidates: readonly PlannedCandidate[],
): Promise<Study> {
  const { store } = context;
  const planned: Omit<NewEvaluation, 'studyId'>[] = [];
  for (const [v, version] of versions.entries()) {
    if (version.modality !== versions[0]!.modality)
      throw new DomainError(
        'BAD_INPUT',
        'All versions of a study have one kind of examples. Leave the others out.',
      );
    const { protocol } = query.versions[v]!;
    const units = await unitsFor(context, version, protocol);
    for (const [position, candidate] of candidates.entries())
      planned.push({ ...plannedEvaluation(version, protocol, units, candidate), position });
  }
  const modality = versions[0]!.modality;
  const parts = [...versions.map(({ dataSet }) => dataSet), ...candidates.map(({ model }) => model), rerunOf];
  const place = await placeOf(context, parts, projectId);
  const study = await insertStudy(
    store,
    { name, query, queryHash: hashOfQuery(query), modality, rerunOfId: rerunOf?.id ?? null, ...place },
    planned,
  );
  return presentStudy(study);
}
