import { headOptions, type Option, pretrainOptions, transferTrainOptions } from '@kshot/fewshot';
import type { CandidateSpec } from './candidate-spec.js';

/** How many options are not at their default, leaving out which method it is. */
export function optionsByHand(spec: CandidateSpec): number {
  if (spec.kind === 'MODEL') return 0;
  const settings = spec.settings as Readonly<Record<string, unknown>>;
  return optionsOfSpec(spec).filter(
    ({ name, default: usual }) =>
      name !== 'method' && JSON.stringify(settings[name]) !== JSON.stringify(usual),
  ).length;
}

/** The options that a candidate of this kind has. */
export function optionsOfSpec({ kind }: Pick<CandidateSpec, 'kind'>): readonly Option[] {
  switch (kind) {
    case 'HEAD':
      return headOptions;
    case 'FINE_TUNE':
      return transferTrainOptions;
    case 'PRETRAIN':
      return pretrainOptions;
    case 'MODEL':
      return [];
  }
}
