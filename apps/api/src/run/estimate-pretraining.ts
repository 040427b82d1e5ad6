import type { PackManifest } from '@kshot/domain';
import { type InputSpec, networkFor, parameterCount } from '@kshot/fewshot';
import type { Context } from '../context.js';
import { trainingExamples } from './check-pretraining.js';
import type { StartPretrainingInput } from './run.input.js';
import type { RunEstimate } from './run-estimate.type.js';
import { planPretraining } from './start-pretraining.js';

/** What a run will take, before it is started: measured on like runs here where there are any, reckoned otherwise. */
export async function estimatePretraining(
  context: Context,
  input: StartPretrainingInput,
): Promise<RunEstimate> {
  const { version, split, settings } = await planPretraining(context, input);
  const manifest = version.manifest as unknown as PackManifest;
  const spec = specOf(manifest, settings);
  const network = networkFor(spec, version.classCount, settings);
  const parameters = parameterCount(network);
  const examples = trainingExamples(split, settings);
  const steps = Math.ceil(examples / settings.batchSize) * settings.epochs;
  const pace = await measuredPace(context, version.id, settings.network);
  const each = network.inputShape.reduce((product, size) => product * size, 1);
  const bytes = version.exampleCount * each * (spec.modality === 'IMAGE' ? 1 : 4);
  const seconds = pace ? (examples * settings.epochs) / pace : steps * reckonedStep(parameters, settings);
  const warnings = [
    ...(version.exampleCount / version.classCount < 5
      ? ['Fewer than five examples for each class: transfer or meta-learning will do better.']
      : []),
    ...(settings.validationShare === 0
      ? ['Nothing is held out for validation: over-fitting will not show.']
      : []),
  ];
  return {
    steps,
    parameters,
    seconds: seconds + START_SECONDS,
    memoryBytes: BASE_BYTES + 2 * bytes + 16 * parameters * 4,
    warnings,
  };
}

const START_SECONDS = 1.5;
const BASE_BYTES = 300 * 1024 ** 2;

/** Examples a second of the last finished run of the same network on the same version. */
async function measuredPace(
  { store: { prisma } }: Context,
  versionId: string,
  method: string,
): Promise<number | undefined> {
  const run = await prisma.run.findFirst({
    where: { versionId, method, status: 'DONE' },
    orderBy: { endedAt: 'desc' },
  });
  return (run?.summary as Record<string, number> | undefined)?.examplesPerSecond;
}

/** Seconds of an update: a fixed part and its multiplications, at a rate that two ordinary cores reach. */
function reckonedStep(
  parameters: number,
  settings: { network: string; batchSize: number; filters: number; imageSize: number },
): number {
  const multiplications =
    settings.network === 'CONV4'
      ? settings.imageSize ** 2 * 9 * settings.filters * (1 + settings.filters / 3)
      : parameters;
  return 0.0006 + (6 * multiplications * settings.batchSize) / 30e9;
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
        columns: (manifest.columns ?? []).map((column) =>
          column.kind === 'NUMBER' ? { ...column, flagMissing: column.missing > 0 } : column,
        ),
      };
  }
}
