import type { CandidateSpec, EvaluationQuery, Pack } from '@kshot/domain';
import type { Unit, UnitPlan } from '@kshot/fewshot';
import type { FeatureProgress } from '../features/version-features.js';
import type { Parent } from '../techniques/outcome.js';
import { headScorer } from './head-scorer.js';
import { metaScorer } from './meta-scorer.js';
import { modelScorer } from './model-scorer.js';
import { trainedScorer } from './trained-scorer.js';

/** A candidate made ready to be fitted and scored, unit by unit. */
export interface Scorer {
  units(plans: readonly UnitPlan[]): Generator<Unit, void>;
  /** Milliseconds of one example through a backbone whose features were computed beforehand. */
  readonly embedMilliseconds: number;
  /** What must be kept to answer, of a unit that was fitted on `fitted` examples of `ways` classes. */
  storedBytes(ways: number, fitted: number): number;
}

export interface ScorerTask {
  readonly blobDir: string;
  readonly pack: Pack;
  readonly packHash: string;
  readonly query: EvaluationQuery;
  readonly parent: Parent | undefined;
}

/** Makes a candidate ready; says how many examples have features while these are computed. */
export function* scorerOf(task: ScorerTask): Generator<FeatureProgress, Scorer> {
  const { candidate } = task.query;
  switch (candidate.kind) {
    case 'HEAD':
      return yield* headScorer(task, candidate);
    case 'MODEL':
      return task.parent?.manifest.meta ? metaScorer(task) : modelScorer(task);
    case 'FINE_TUNE':
    case 'PRETRAIN':
      return yield* trainedScorer(task, candidate);
  }
}

export type SpecOf<K extends CandidateSpec['kind']> = Extract<CandidateSpec, { kind: K }>;
