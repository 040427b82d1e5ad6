import { type CandidateSpec, optionsOfSpec } from '@kshot/domain';
import type { OptionValue } from '../run/run.type.js';
import { optionValuesOf } from '../run/run-options.js';

/** What is set of a candidate, as a person would write it. */
export function candidateOptions(spec: CandidateSpec): OptionValue[] {
  if (spec.kind === 'MODEL') return [];
  return optionValuesOf(optionsOfSpec(spec), { ...spec.settings });
}
