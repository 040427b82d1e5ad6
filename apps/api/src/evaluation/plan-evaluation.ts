import {
  type CandidateSpec,
  DomainError,
  evaluationUnits,
  type ModelManifest,
  type PackManifest,
  type ProtocolSettings,
  stopRuleOf,
} from '@kshot/domain';
import { LEAST_TO_STOP, type UnitPlan } from '@kshot/fewshot';
import { type NewEvaluation, openPack, type ReadyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import type { PlannedCandidate } from './candidate-of.js';

/** Probabilities that an evaluation keeps at most. */
const MOST_KEPT = 40_000_000;
const MOST_LEFT_OUT = 3000;

/** What the protocol does to this version. Throws BAD_INPUT, naming a class that is too small. */
export async function unitsFor(
  { store }: Context,
  { hash, splits, manifest, exampleCount }: ReadyVersion,
  protocol: ProtocolSettings,
): Promise<UnitPlan[]> {
  if (protocol.kind === 'LEAVE_ONE_OUT' && exampleCount > MOST_LEFT_OUT)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `Leave-one-out takes at most ${MOST_LEFT_OUT} examples, here are ${exampleCount}. Use cross-validation.`,
    );
  assertColumn(protocol, manifest);
  const pack = await openPack(store.blobs, hash);
  const labels = (await pack.rows('labels', 0, exampleCount)) as Int32Array;
  const parts = new Map<string, Record<string, Int32Array>>();
  for (const { name, parts: described } of splits) {
    const assigned = await pack.rows(`parts:${name}`, 0, exampleCount);
    const rowsOf = (k: number) => Int32Array.from(assigned.keys()).filter((row) => assigned[row] === k);
    const names = described.map((part) => part.name);
    parts.set(name, Object.fromEntries(names.map((part, k) => [part, rowsOf(k)])));
  }
  const units = evaluationUnits(protocol, { manifest, labels, parts: (split) => parts.get(split) ?? {} });
  const kept = units.reduce((sum, { rows, classes }) => sum + rows.length * classes.length, 0);
  if (kept > MOST_KEPT)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `This would keep ${kept} probabilities, more than ${MOST_KEPT}. Use fewer repeats, draws or episodes.`,
    );
  return units;
}

function assertColumn(protocol: ProtocolSettings, { columns = [] }: PackManifest): void {
  const grouping = protocol.kind === 'CROSS_VALIDATION' ? protocol.grouping : undefined;
  if (!grouping || !('column' in grouping)) return;
  const known = columns.filter(({ kind }) => kind === 'CATEGORY').map(({ name }) => name);
  if (!known.includes(grouping.column))
    throw new DomainError(
      'BAD_INPUT',
      `There is no column of categories "${grouping.column}". Available columns: ${known.join(', ') || 'none'}.`,
    );
}

/** The row of an evaluation; throws BAD_INPUT where candidate, version and protocol do not fit. */
export function plannedEvaluation(
  version: ReadyVersion,
  protocol: ProtocolSettings,
  units: readonly UnitPlan[],
  { spec, model, name, method }: PlannedCandidate,
): Omit<NewEvaluation, 'studyId' | 'position'> {
  if (spec.kind === 'MODEL' && model) assertFits(version, protocol, model.manifest, name);
  return {
    name,
    method,
    query: { versionHash: version.hash, protocol, candidate: spec },
    versionId: version.id,
    modelId: model?.id ?? null,
    unitCount: units.length,
    shardUnits: shardUnits(spec, units),
    ...(stopRuleOf(protocol) ? { firstShardUnits: LEAST_TO_STOP } : {}),
  };
}

/** A trained classifier can only be asked about its own classes. */
function assertFits(
  version: ReadyVersion,
  { kind }: ProtocolSettings,
  { meta, classes }: ModelManifest,
  name: string,
): void {
  if (meta) return;
  if (kind !== 'SPLIT')
    throw new DomainError(
      'BAD_INPUT',
      `${name} is trained already: score it on a part of a split, or put a head on it for folds, draws and episodes.`,
    );
  const missing = version.manifest.classes.find((one) => !classes.includes(one.name));
  if (missing)
    throw new DomainError(
      'BAD_INPUT',
      `${name} does not know the class ${missing.name} of this data set. Put a head on it instead.`,
    );
}

const ROWS_OF_A_SHARD = 120_000;

/** Heads take seconds for thousands of examples; what is trained is a shard for each unit. */
function shardUnits({ kind }: CandidateSpec, units: readonly UnitPlan[]): number {
  if (kind === 'PRETRAIN' || kind === 'FINE_TUNE') return 1;
  const rows = units.reduce((sum, { fitRows, rows: scored }) => sum + fitRows.length + scored.length, 0);
  return Math.max(1, Math.ceil((ROWS_OF_A_SHARD * units.length) / Math.max(1, rows)));
}
