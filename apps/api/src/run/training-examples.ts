import type { SplitPart } from '@kshot/domain';
import type { PretrainSettings } from '@kshot/fewshot';
import type { Split } from '@kshot/store';

export const partOf = (split: Split, name: string): SplitPart | undefined =>
  split.parts.find((part) => part.name === name);

/** Examples that are trained on, after a share is held out for validation. */
export function trainingExamples(split: Split, settings: Pick<PretrainSettings, 'validationShare'>): number {
  const train = partOf(split, 'train')?.exampleCount ?? 0;
  return partOf(split, 'validation')?.exampleCount
    ? train
    : Math.round(train * (1 - settings.validationShare));
}
