import { DomainError, type metaRunOptions } from '@kshot/domain';
import {
  classCopies,
  hasEncoderLayers,
  type PretrainSettings,
  type pretrainOptions,
  type transferTrainOptions,
} from '@kshot/fewshot';
import type { Split } from '@kshot/store';
import { trainingClasses } from './clip-defaults.js';
import type { Plan } from './plan-run.js';
import { partOf, trainingExamples } from './training-examples.js';

/** What can be told before training: each throws with what does not fit. */
export function checkPretraining({ version, split, settings }: Plan<typeof pretrainOptions>): void {
  assertTrainable(split);
  if (settings.network !== 'DENSE' && version.modality !== 'IMAGE') {
    throw new DomainError(
      'BAD_INPUT',
      'Convolutions need pictures. Use the dense network for texts and tables.',
    );
  }
  assertBatch(split, settings);
}

export function checkTransfer({ version, split, settings, parent }: Plan<typeof transferTrainOptions>): void {
  assertTrainable(split);
  if (settings.method === 'FINE_TUNE' && !parent)
    throw new DomainError(
      'BAD_INPUT',
      'Fine-tuning starts from a trained model. Name one in modelId, or choose another method.',
    );
  if (settings.method === 'TUNE_ENCODER') {
    if (version.modality !== 'TEXT')
      throw new DomainError(
        'BAD_INPUT',
        `Encoders of texts alone are tuned, and this data set has ${version.modality.toLowerCase()} examples. Choose another method${version.modality === 'IMAGE' ? ', such as fine-tuning' : ''}.`,
      );
    const input = parent?.manifest?.input;
    if (!input || !hasEncoderLayers(input))
      throw new DomainError(
        'BAD_INPUT',
        'The model does not have a sentence encoder that can be tuned. Start from all-MiniLM-L6-v2, or choose another method.',
      );
    assertHeldOut(split);
  }
  if (settings.method === 'FINE_TUNE') assertBatch(split, settings);
}

/** Tuning is judged by the validation part, or by examples of classes that have more than one. */
function assertHeldOut(split: Split): void {
  const { exampleCount = 0, classCount = 0 } = partOf(split, 'train') ?? {};
  if (partOf(split, 'validation')?.exampleCount || exampleCount > classCount) return;
  throw new DomainError(
    'BAD_INPUT',
    'Encoder tuning needs two examples of some class, one of them to judge by. Add examples, or choose another method.',
  );
}

export function checkMeta({ version, settings, parent }: Plan<typeof metaRunOptions>): void {
  if (settings.backbone !== 'DENSE' && version.modality !== 'IMAGE' && !parent) {
    throw new DomainError(
      'BAD_INPUT',
      'Convolutions need pictures. Use the dense backbone for texts and tables.',
    );
  }
  if (classCopies(settings) > 1 && version.modality !== 'IMAGE')
    throw new DomainError(
      'BAD_INPUT',
      'Only pictures can be turned or mirrored. Switch rotations and mirrors off.',
    );
  if (settings.heldAverages && !parent)
    throw new DomainError(
      'BAD_INPUT',
      'Only a pretrained model has averages to keep. Name one in modelId, or switch heldAverages off.',
    );
  const needed = settings.shots + settings.queries;
  const { classes } = version.manifest;
  const small = classes.find(({ count }) => count < needed);
  if (small) {
    throw new DomainError(
      'BAD_INPUT',
      `Class ${small.name} has ${small.count} ${small.count === 1 ? 'example' : 'examples'}; an episode takes ${needed} of each class. Use fewer shots or queries, or leave the class out.`,
    );
  }
  const left = trainingClasses(classes.length, settings);
  if (settings.scope === 'ALL' && left < settings.ways) {
    throw new DomainError(
      'BAD_INPUT',
      `About ${left} classes are left for training, fewer than the ${settings.ways} ways of an episode. Use fewer ways, or hold fewer classes out.`,
    );
  }
}

export function assertTrainable(split: Split): void {
  const train = partOf(split, 'train');
  if (!train?.exampleCount)
    throw new DomainError('DATA_EMPTY', 'The training part of this split is empty. Choose another split.');
  if (train.classCount < 2)
    throw new DomainError(
      'DATA_ONE_CLASS',
      'The training part has examples of one class only. Choose another split.',
    );
}

function assertBatch(split: Split, settings: Pick<PretrainSettings, 'validationShare' | 'batchSize'>): void {
  const examples = trainingExamples(split, settings);
  if (settings.batchSize > examples) {
    throw new DomainError(
      'BAD_INPUT',
      `A batch of ${settings.batchSize} is larger than the ${examples} training examples. Use a smaller batch.`,
    );
  }
}
