import {
  backboneOf,
  type Candidate,
  evaluatePlans,
  headKind,
  type Matrix,
  type Unit,
  type UnitPlan,
} from '@kshot/fewshot';
import { packFeatures } from '../features/pack-features.js';
import {
  bytesOf,
  embedMilliseconds,
  type FeatureProgress,
  versionFeatures,
} from '../features/version-features.js';
import type { Scorer, ScorerTask, SpecOf } from './scorer.js';

/** A head on features that are computed once; without a model, on the examples themselves. */
export function* headScorer(
  task: Omit<ScorerTask, 'query'>,
  spec: Pick<SpecOf<'HEAD'>, 'settings'>,
): Generator<FeatureProgress, Scorer> {
  const candidate = { name: spec.settings.method, ...spec.settings };
  if (!task.parent) return plainScorer(task, candidate);
  const backbone = backboneOf(task.parent.classifier, spec.settings.looks);
  const features = yield* versionFeatures(task.blobDir, { pack: task.pack, hash: task.packHash }, backbone);
  const bytes = bytesOf(backbone);
  return {
    units: (plans) => evaluatePlans(features, candidate, plans),
    embedMilliseconds: embedMilliseconds(task.blobDir, task.pack, backbone),
    storedBytes: (ways, fitted) => bytes + headBytes(candidate, features.columns, ways, fitted),
  };
}

/** Without a model the inputs are the features; what is fitted of them (of a table) is fitted in each unit. */
function plainScorer({ pack }: Pick<ScorerTask, 'pack'>, candidate: Candidate): Scorer {
  const encoded = packFeatures(pack);
  const all = Int32Array.from({ length: pack.manifest.count }, (_, row) => row);
  const fixed = pack.manifest.modality === 'TABLE' ? undefined : encoded(all, all);
  const columns = fixed?.columns ?? encoded(all, all.subarray(0, 1)).columns;
  return {
    units: (plans) => (fixed ? evaluatePlans(fixed, candidate, plans) : ownUnits(plans, candidate, encoded)),
    embedMilliseconds: 0,
    storedBytes: (ways, fitted) => headBytes(candidate, columns, ways, fitted),
  };
}

/** Encodes only the rows of a unit, by what is fitted on its own training rows. */
function* ownUnits(
  plans: readonly UnitPlan[],
  candidate: Candidate,
  encoded: (fitRows: Int32Array, rows: Int32Array) => Matrix,
): Generator<Unit, void> {
  const place = (from: number, count: number) => Int32Array.from({ length: count }, (_, i) => from + i);
  for (const plan of plans) {
    const both = Int32Array.from([...plan.fitRows, ...plan.rows]);
    const fitRows = place(0, plan.fitRows.length);
    const rows = place(plan.fitRows.length, plan.rows.length);
    const own = { ...plan, fitRows, rows };
    for (const unit of evaluatePlans(encoded(plan.fitRows, both), candidate, [own]))
      yield { ...unit, rows: plan.rows };
  }
}

const headBytes = ({ method }: Candidate, columns: number, ways: number, examples: number): number =>
  4 * headKind(method).storedNumbers({ examples, columns, ways });
