import { DomainError } from '@kshot/domain';
import type { PretrainSettings } from '@kshot/fewshot';
import type { DataSetVersion, Split } from '@kshot/store';

interface Part {
  readonly name: string;
  readonly exampleCount: number;
  readonly classCount: number;
}

export const partOf = (split: Split, name: string): Part | undefined =>
  (split.parts as unknown as Part[]).find((part) => part.name === name);

/** Examples that are trained on, after a share is held out for validation. */
export function trainingExamples(split: Split, settings: Pick<PretrainSettings, 'validationShare'>): number {
  const train = partOf(split, 'train')?.exampleCount ?? 0;
  return partOf(split, 'validation')?.exampleCount
    ? train
    : Math.round(train * (1 - settings.validationShare));
}

/** What can be told before training: throws with what does not fit. */
export function checkPretraining(version: DataSetVersion, split: Split, settings: PretrainSettings): void {
  const train = partOf(split, 'train');
  if (!train?.exampleCount)
    throw new DomainError('DATA_EMPTY', 'The training part of this split is empty. Choose another split.');
  if (train.classCount < 2)
    throw new DomainError(
      'DATA_ONE_CLASS',
      'The training part has examples of one class only. Choose another split.',
    );
  if (settings.network === 'CONV4' && version.modality !== 'IMAGE') {
    throw new DomainError('BAD_INPUT', 'Conv-4 needs pictures. Use the dense network for texts and tables.');
  }
  const examples = trainingExamples(split, settings);
  if (settings.batchSize > examples) {
    throw new DomainError(
      'BAD_INPUT',
      `A batch of ${settings.batchSize} is larger than the ${examples} training examples. Use a smaller batch.`,
    );
  }
}
