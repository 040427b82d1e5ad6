import { metaRunOptions } from '@kshot/domain';
import { type Option, pretrainOptions, transferTrainOptions } from '@kshot/fewshot';
import { insertWithTask } from '@kshot/store';
import type { Context } from '../context.js';
import { placeOf } from '../project/place-of.js';
import { nameOr } from '../schema/name-for.js';
import { timeOf } from './estimate/estimate-work.js';
import { type Planned, plannedMetaLearning, plannedPretraining, plannedTransfer } from './planned-run.js';
import type { StartMetaLearningInput, StartPretrainingInput, StartTransferInput } from './run.input.js';
import { presentRun, type Run } from './run.type.js';

/** A run that is expected to take no longer need not wait for one that does. */
const QUICK_SECONDS = 30;

export async function startPretraining(context: Context, input: StartPretrainingInput): Promise<Run> {
  return queued(context, await plannedPretraining(context, input), pretrainOptions, input.name);
}

export async function startTransfer(context: Context, input: StartTransferInput): Promise<Run> {
  return queued(context, await plannedTransfer(context, input), transferTrainOptions, input.name);
}

export async function startMetaLearning(context: Context, input: StartMetaLearningInput): Promise<Run> {
  return queued(context, await plannedMetaLearning(context, input), metaRunOptions, input.name);
}

/** Puts a run into the queue. */
async function queued<L extends readonly Option[]>(
  context: Context,
  { plan: { version, split, parent, settings, projectId }, work }: Planned<L>,
  options: L,
  given: string | undefined,
): Promise<Run> {
  const { technique, method } = work;
  const from = parent ? ` from ${parent.name}` : '';
  const name = nameOr('run', given, `${titleOf(options, method)}${from} on ${version.dataSet.name}`);
  const { seed } = settings as { seed: number };
  const { expected, seconds } = await timeOf(context, work);
  const values = {
    name,
    technique,
    method,
    settings: { ...settings },
    seed,
    versionId: version.id,
    splitId: split.id,
    parentId: parent?.id ?? null,
    expectedSeconds: expected,
    ...(await placeOf(context, [version.dataSet, parent], projectId)),
  };
  const run = await insertWithTask(context.store, 'run', 'run', values, { quick: seconds <= QUICK_SECONDS });
  return presentRun(run);
}

/** The label of the choice that names the method. */
const titleOf = (options: readonly Option[], method: string): string =>
  options
    .flatMap((option) => (option.kind === 'CHOICE' ? option.choices : []))
    .find(({ value }) => value === method)?.label ?? method;
