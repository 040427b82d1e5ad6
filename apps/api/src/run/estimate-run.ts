import { metaRunOptions, type PackColumn, type PackManifest, type Technique } from '@kshot/domain';
import {
  backboneFor,
  classCopies,
  denseBackbone,
  type InputColumn,
  type InputSpec,
  multiplications,
  type Network,
  networkFor,
  PLAIN_INPUT,
  parameterCount,
  plannedEpochs,
  pretrainOptions,
  transferTrainOptions,
  unfittedTexts,
} from '@kshot/fewshot';
import { findRows } from '@kshot/store';
import type { Context } from '../context.js';
import { checkMeta, checkPretraining, checkTransfer } from './check-run.js';
import { planRun } from './plan-run.js';
import type { StartMetaLearningInput, StartPretrainingInput, StartTransferInput } from './run.input.js';
import type { RunEstimate } from './run-estimate.type.js';
import { trainingExamples } from './training-examples.js';
import { tuningWork } from './tuning-work.js';

export async function estimatePretraining(
  context: Context,
  input: StartPretrainingInput,
): Promise<RunEstimate> {
  const plan = await planRun(context, input, pretrainOptions);
  checkPretraining(plan);
  const { version, split, settings } = plan;
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
  return estimated(context, {
    technique: 'PRETRAIN',
    method: settings.network,
    versionId: version.id,
    network,
    steps,
    passes,
    share: 3,
    examples: version.exampleCount,
    warnings,
  });
}

export async function estimateTransfer(context: Context, input: StartTransferInput): Promise<RunEstimate> {
  const plan = await planRun(context, input, transferTrainOptions);
  checkTransfer(plan);
  const { version, split, settings, parent } = plan;
  const { network: own } = parent
    ? parent.manifest
    : {
        network: denseBackbone(specOf(version.manifest, PLAIN_INPUT), []),
      };
  const tuned = settings.method === 'FINE_TUNE';
  const examples = trainingExamples(split, settings);
  const { network, steps, passes } =
    settings.method === 'TUNE_ENCODER'
      ? tuningWork(parent!.manifest, settings)
      : {
          network: own,
          steps: tuned ? Math.ceil(examples / settings.batchSize) * settings.epochs : 1,
          passes: tuned ? examples * settings.epochs : version.exampleCount,
        };
  const warnings =
    tuned && examples / version.classCount < 10
      ? ['Fine-tuning with fewer than ten examples for each class mostly over-fits. Try a ridge head first.']
      : [];
  return estimated(context, {
    technique: 'TRANSFER',
    method: settings.method,
    versionId: version.id,
    network,
    steps,
    passes,
    // With gradients; the products of a transformer run four times as fast as convolutions.
    share: settings.method === 'TUNE_ENCODER' ? 3 / 4 : tuned ? 3 : 1,
    examples: version.exampleCount,
    warnings,
  });
}

export async function estimateMetaLearning(
  context: Context,
  input: StartMetaLearningInput,
): Promise<RunEstimate> {
  const plan = await planRun(context, input, metaRunOptions);
  checkMeta(plan);
  const { version, settings, parent } = plan;
  const input_ = specOf(version.manifest, settings);
  const parentNetwork = parent?.manifest?.network;
  const steps = plannedEpochs(settings) * settings.stepsPerEpoch;
  const passes = steps * settings.metaBatch * settings.ways * (settings.shots + settings.queries);
  const warnings =
    version.classCount < 20
      ? ['Fewer than twenty classes: there is little to learn learning from. Consider transfer.']
      : [];
  return estimated(context, {
    technique: 'META',
    method: settings.method,
    versionId: version.id,
    network: parentNetwork ?? backboneFor(input_, settings, 0),
    steps,
    passes,
    share: 3,
    examples: version.exampleCount * classCopies(settings),
    warnings,
  });
}

interface Work {
  readonly technique: Technique;
  readonly method: string;
  readonly versionId: string;
  readonly network: Network;
  readonly steps: number;
  /** Examples that go through the network, in all. */
  readonly passes: number;
  /** Forward passes' worth of work for each: 3 with gradients. */
  readonly share: number;
  readonly examples: number;
  readonly warnings: string[];
}

const START_SECONDS = 2;
const BASE_BYTES = 300 * 1024 ** 2;
/** Multiplications a second, and seconds of an update besides them, that two ordinary cores reach. */
const RATE = 30e9;
const UPDATE_SECONDS = 0.0006;

/** From the last finished run of the same kind on the same version, or else from multiplications. */
async function estimated({ store }: Context, work: Work): Promise<RunEstimate> {
  const { technique, method, versionId, network, steps, passes, share, warnings } = work;
  const newest = { by: 'endedAt', direction: 'desc', take: 1 } as const;
  const [last] = await findRows(store, 'run', { technique, method, versionId, status: 'DONE' }, newest);
  const pace = last?.summary.examplesPerSecond;
  const seconds = pace
    ? passes / pace
    : steps * UPDATE_SECONDS + (passes * share * multiplications(network)) / RATE;
  const parameters = parameterCount(network);
  const each =
    network.inputShape.reduce((product, size) => product * size, 1) *
    (network.inputShape.length === 3 ? 1 : 4);
  return {
    steps,
    parameters,
    seconds: seconds + START_SECONDS,
    memoryBytes: BASE_BYTES + 2 * each * work.examples + 16 * 4 * parameters,
    warnings,
  };
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
