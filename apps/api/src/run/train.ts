import { labelledVersion } from '@kshot/store';
import type { Context } from '../context.js';
import type { TrainInput } from './run.input.js';
import type { Run } from './run.type.js';
import { startPretraining, startTransfer } from './start-run.js';
import { suitedStarter } from './suited-starter.js';

/** Of a table; more teach a network as much, in less time than fitting every head six times takes. */
const MOST_ROWS = 20_000;

/**
 * Trains what suits the data, with nothing to choose: on pictures and texts a head on a starter, on tables a head on the columns,
 * either chosen by held-out folds; where neither suits, a network of its own.
 */
export async function train(
  context: Context,
  { versionId, splitId, modelId, name, projectId }: TrainInput,
): Promise<Run> {
  const version = await labelledVersion(context.store, versionId);
  const given = {
    versionId,
    ...(splitId ? { splitId } : {}),
    ...(name ? { name } : {}),
    ...(projectId ? { projectId } : {}),
  };
  const starter = modelId ?? (await suitedStarter(context, version)).starter?.id;
  if (starter) return startTransfer(context, { ...given, modelId: starter, options: { method: 'AUTO' } });
  if (version.modality === 'TABLE' && version.exampleCount <= MOST_ROWS)
    return startTransfer(context, { ...given, options: { method: 'AUTO' } });
  const options = version.modality === 'IMAGE' ? { network: 'CONV4' } : {};
  return startPretraining(context, { ...given, options });
}
