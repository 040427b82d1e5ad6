import type { Model, ReadyVersion } from '@kshot/store';
import { labelledVersion, readyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { presentModel } from '../model/model.type.js';
import { estimated } from './estimate/estimate-work.js';
import { plannedPretraining, plannedTransfer } from './planned-run.js';
import type { TrainInput } from './run.input.js';
import type { Run } from './run.type.js';
import { startPretraining, startTransfer } from './start-run.js';
import { suitedStarter } from './suited-starter.js';
import { TrainPreview } from './train-preview.type.js';

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
    ...(splitId == null ? {} : { splitId }),
    ...(name ? { name } : {}),
    ...(projectId ? { projectId } : {}),
  };
  const starter = modelId ?? (await suitedStarter(context, version)).starter?.id;
  const { technique, options } = suited(version, starter);
  if (technique === 'PRETRAIN') return startPretraining(context, { ...given, options });
  return startTransfer(context, {
    ...given,
    ...(starter === undefined ? {} : { modelId: starter }),
    options,
  });
}

/** What `train` would do, said before it is done. */
export async function previewTrain(context: Context, versionId: string): Promise<TrainPreview> {
  const version = await readyVersion(context.store, versionId);
  const { starter, note, command } = await suitedStarter(context, version);
  const own = suited(version, starter?.id);
  const input = { versionId, options: own.options };
  const planned = () =>
    own.technique === 'PRETRAIN'
      ? plannedPretraining(context, input)
      : plannedTransfer(context, { ...input, ...(starter ? { modelId: starter.id } : {}) });
  // Until there are two classes there is nothing to train.
  const isTrainable = version.classCount > 1;
  return Object.assign(new TrainPreview(), {
    starter: starter ? presentModel(starter) : null,
    plan: isTrainable ? planOf(version, starter, own.technique) : null,
    seconds: isTrainable ? (await estimated(context, (await planned()).work)).seconds : null,
    note,
    command,
  });
}

type Suited =
  | { readonly technique: 'TRANSFER'; readonly options: { readonly method: 'AUTO' } }
  | { readonly technique: 'PRETRAIN'; readonly options: { readonly network?: 'CONV4' } };

function suited({ modality, exampleCount }: ReadyVersion, starterId: string | undefined): Suited {
  if (starterId !== undefined || (modality === 'TABLE' && exampleCount <= MOST_ROWS))
    return { technique: 'TRANSFER', options: { method: 'AUTO' } };
  return { technique: 'PRETRAIN', options: modality === 'IMAGE' ? { network: 'CONV4' } : {} };
}

function planOf(
  { modality }: ReadyVersion,
  starter: Model | undefined,
  technique: Suited['technique'],
): string {
  if (technique === 'PRETRAIN')
    return modality === 'IMAGE'
      ? 'Train teaches a small convolutional network from nothing, since there are enough drawings of each class.'
      : 'Train teaches a dense network from nothing, since there are many rows.';
  const compared = 'compares them by folds, and calibrates the best';
  return starter
    ? `Train fits heads on the features that ${starter.name} finds, ${compared}.`
    : `Train fits trees, an ensemble and linear heads on the columns, ${compared}.`;
}
