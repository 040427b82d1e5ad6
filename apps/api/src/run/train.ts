import type { PackManifest } from '@kshot/domain';
import type { Model } from '@kshot/store';
import type { Context } from '../context.js';
import { type PlannedVersion, versionFor } from '../evaluation/plan-evaluation.js';
import type { TrainInput } from './run.input.js';
import type { Run } from './run.type.js';
import { startPretraining, startTransfer } from './start-run.js';
import { starterFor } from './starter-for.js';

/** Grey pictures with this many examples of each class teach a small network more than a model of photos knows of them. */
const ENOUGH_DRAWINGS = 20;
/** Of a table; more teach a network as much, in less time than fitting every head six times takes. */
const MOST_ROWS = 20_000;

/**
 * Trains what suits the data, with nothing to choose: on pictures and texts a head on a starter, on tables a head on the columns,
 * either chosen by held-out folds; where neither suits, a network of its own.
 */
export async function train(
  context: Context,
  { versionId, splitId, modelId, name }: TrainInput,
): Promise<Run> {
  const version = await versionFor(context, versionId);
  const given = { versionId, ...(splitId ? { splitId } : {}), ...(name ? { name } : {}) };
  const starter = modelId ?? (await suitedStarter(context, version))?.id;
  if (starter) return startTransfer(context, { ...given, modelId: starter, options: { method: 'AUTO' } });
  if (version.modality === 'TABLE' && version.exampleCount <= MOST_ROWS)
    return startTransfer(context, { ...given, options: { method: 'AUTO' } });
  const options = version.modality === 'IMAGE' ? { network: 'CONV4' } : {};
  return startPretraining(context, { ...given, options });
}

/** The starter for such examples; none where a network of its own does better. */
async function suitedStarter(
  { store }: Context,
  { modality, manifest, exampleCount, classCount }: PlannedVersion,
): Promise<Model | undefined> {
  const { image } = manifest as unknown as PackManifest;
  if (!modality || modality === 'TABLE') return undefined;
  if (image?.channels === 1 && exampleCount / classCount >= ENOUGH_DRAWINGS) return undefined;
  return starterFor(store.prisma, modality);
}
