import type { Context } from '../context.js';
import { versionFor } from '../evaluation/plan-evaluation.js';
import type { TrainInput } from './run.input.js';
import type { Run } from './run.type.js';
import { startPretraining, startTransfer } from './start-run.js';
import { starterFor } from './starter-for.js';

/**
 * Trains what suits the data, with nothing to choose: on pictures and texts a head on a starter, chosen by held-out folds; on
 * tables, and where no model takes such examples, a network of its own.
 */
export async function train(
  context: Context,
  { versionId, splitId, modelId, name }: TrainInput,
): Promise<Run> {
  const version = await versionFor(context, versionId);
  const given = { versionId, ...(splitId ? { splitId } : {}), ...(name ? { name } : {}) };
  const starter = modelId ?? (await starterFor(context, version))?.id;
  if (starter) return startTransfer(context, { ...given, modelId: starter, options: { method: 'AUTO' } });
  const options = version.modality === 'IMAGE' ? { network: 'CONV4' } : {};
  return startPretraining(context, { ...given, options });
}
