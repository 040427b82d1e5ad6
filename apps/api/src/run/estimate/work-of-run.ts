import { type Modality, type metaRunOptions, type PackColumn, type PackManifest } from '@kshot/domain';
import {
  backboneFor,
  classCopies,
  denseBackbone,
  encodingSeconds,
  featureCount,
  type HeadMethod,
  type HeadSize,
  headSeconds,
  type InputColumn,
  type InputSpec,
  networkFor,
  offeredHeads,
  PLAIN_INPUT,
  plannedEpochs,
  type pretrainOptions,
  type transferTrainOptions,
  tuningCost,
  unfittedTexts,
  withoutHead,
} from '@kshot/fewshot';
import type { Plan } from '../plan-run.js';
import { trainingExamples } from '../training-examples.js';
import { tuningWork } from './encoder-work.js';
import type { Work } from './estimate-work.js';

export function pretrainingWork({ version, split, settings }: Plan<typeof pretrainOptions>): Work {
  const network = networkFor(specOf(version.manifest, settings), version.classCount, settings);
  const examples = trainingExamples(split, settings);
  const steps = Math.ceil(examples / settings.batchSize) * settings.epochs;
  const warnings = [
    ...(version.exampleCount / version.classCount < 5
      ? ['Fewer than five examples for each class: transfer or meta-learning will do better.']
      : []),
    ...(settings.validationShare === 0
      ? ['Nothing is held out for validation: over-fitting will not show.']
      : []),
  ];
  const passes = examples * settings.epochs;
  return {
    technique: 'PRETRAIN',
    method: settings.network,
    versionId: version.id,
    network,
    steps,
    passes,
    share: 3,
    batch: settings.batchSize,
    examples: version.exampleCount,
    warnings,
  };
}

export function transferWork({ version, split, settings, parent }: Plan<typeof transferTrainOptions>): Work {
  const { network: own } = parent
    ? parent.manifest
    : {
        network: denseBackbone(specOf(version.manifest, PLAIN_INPUT), []),
      };
  const tuned = settings.method === 'FINE_TUNE';
  const isSolved = !tuned && settings.method !== 'TUNE_ENCODER';
  const examples = trainingExamples(split, settings);
  const { modality, text } = version.manifest;
  const columns = featureCount(parent ? withoutHead(parent.manifest) : own);
  const size = { examples, columns, ways: version.classCount };
  const { network, steps, passes, ...cost } =
    settings.method === 'TUNE_ENCODER'
      ? tuningWork(parent!.manifest, settings, text?.meanCharacters)
      : {
          ...(tuned ? tuningCost(own, settings) : { share: 1 }),
          network: own,
          steps: tuned ? Math.ceil(examples / settings.batchSize) * settings.epochs : 1,
          passes: tuned
            ? examples * settings.epochs
            : (settings.looks === 'SIX' ? 6 : 1) * version.exampleCount,
        };
  const warnings =
    tuned && examples / version.classCount < 10
      ? ['Fine-tuning with fewer than ten examples for each class mostly over-fits. Try a ridge head first.']
      : [];
  return {
    technique: 'TRANSFER',
    method: settings.method,
    tuned: settings.tuned,
    versionId: version.id,
    network,
    steps,
    passes,
    ...(parent ? { parentId: parent.id } : {}),
    ...(parent && settings.method !== 'TUNE_ENCODER'
      ? { encoding: encodingSeconds(parent.manifest, version.exampleCount, text?.meanCharacters) }
      : {}),
    ...(isSolved ? { solving: solvingSeconds(settings.method as HeadMethod | 'AUTO', size, modality) } : {}),
    batch: isSolved ? FEATURE_BATCH : tuned ? settings.batchSize : TUNING_BATCH,
    ...cost,
    examples: version.exampleCount,
    warnings,
  };
}

export function metaWork({ version, settings, parent }: Plan<typeof metaRunOptions>): Work {
  const input_ = specOf(version.manifest, settings);
  const parentNetwork = parent?.manifest?.network;
  const steps = plannedEpochs(settings) * settings.stepsPerEpoch;
  const passes = steps * settings.metaBatch * settings.ways * (settings.shots + settings.queries);
  const warnings =
    version.classCount < 20
      ? ['Fewer than twenty classes: there is little to learn learning from. Consider transfer.']
      : [];
  return {
    technique: 'META',
    method: settings.method,
    versionId: version.id,
    network: parentNetwork ?? backboneFor(input_, settings, 0),
    steps,
    passes,
    share: 3,
    batch: settings.metaBatch * settings.ways * (settings.shots + settings.queries),
    examples: version.exampleCount * classCopies(settings),
    warnings,
  };
}

/** Examples that are in a backbone at once, and texts in an update that tunes an encoder. */
const FEATURE_BATCH = 32;
const TUNING_BATCH = 64;

/** Seconds of comparing and fitting heads that are solved for; one that was never measured counts nothing. */
function solvingSeconds(method: HeadMethod | 'AUTO', size: HeadSize, modality: Modality): number {
  const methods = method === 'AUTO' ? offeredHeads(size.examples, modality) : [method];
  return methods.reduce((sum, each) => sum + (headSeconds(each, size) ?? 0), 0);
}

function specOf(
  manifest: PackManifest,
  { imageSize, textFeatures }: { imageSize: number; textFeatures: number },
): InputSpec {
  switch (manifest.modality) {
    case 'IMAGE':
      return { modality: 'IMAGE', height: imageSize, width: imageSize, channels: manifest.image!.channels };
    case 'TEXT':
      return { modality: 'TEXT', features: textFeatures };
    case 'TABLE':
      return {
        modality: 'TABLE',
        columns: (manifest.columns ?? []).map((one) => columnOf(one, manifest.count)),
      };
  }
}

/** A column as wide as training on all rows would make it. */
function columnOf(column: PackColumn, rows: number): InputColumn {
  if (column.kind === 'CATEGORY') return column;
  const flagMissing = column.missing > 0;
  if (column.kind === 'NUMBER') return { ...column, flagMissing };
  return unfittedTexts(column.name, rows - column.missing, flagMissing);
}
