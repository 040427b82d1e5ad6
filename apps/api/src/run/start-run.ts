import { metaRunOptions, type Technique } from '@kshot/domain';
import { type Option, pretrainOptions, transferTrainOptions } from '@kshot/fewshot';
import { insertWithTask } from '@kshot/store';
import type { Context } from '../context.js';
import { placeOf } from '../project/place-of.js';
import { nameOr } from '../schema/name-for.js';
import { checkMeta, checkPretraining, checkTransfer } from './check-run.js';
import { type Plan, planRun } from './plan-run.js';
import type { StartMetaLearningInput, StartPretrainingInput, StartTransferInput } from './run.input.js';
import { presentRun, type Run } from './run.type.js';

export async function startPretraining(context: Context, input: StartPretrainingInput): Promise<Run> {
  const plan = await planRun(context, input, pretrainOptions);
  checkPretraining(plan);
  return queued(context, 'PRETRAIN', plan.settings.network, plan, pretrainOptions, input.name);
}

export async function startTransfer(context: Context, input: StartTransferInput): Promise<Run> {
  const plan = await planRun(context, input, transferTrainOptions);
  checkTransfer(plan);
  return queued(context, 'TRANSFER', plan.settings.method, plan, transferTrainOptions, input.name);
}

export async function startMetaLearning(context: Context, input: StartMetaLearningInput): Promise<Run> {
  const plan = await planRun(context, input, metaRunOptions);
  checkMeta(plan);
  return queued(context, 'META', plan.settings.method, plan, metaRunOptions, input.name);
}

/** Puts a run into the queue. */
async function queued<L extends readonly Option[]>(
  context: Context,
  technique: Technique,
  method: string,
  { version, split, parent, settings, projectId }: Plan<L>,
  options: L,
  given: string | undefined,
): Promise<Run> {
  const name = nameOr('run', given, `${titleOf(options, method)} on ${version.dataSet.name}`);
  const { seed } = settings as { seed: number };
  const run = await insertWithTask(context.store, 'run', 'run', {
    name,
    technique,
    method,
    settings: { ...settings },
    seed,
    versionId: version.id,
    splitId: split.id,
    parentId: parent?.id ?? null,
    ...(await placeOf(context, [version.dataSet, parent], projectId)),
  });
  return presentRun(run);
}

/** The label of the choice that names the method. */
const titleOf = (options: readonly Option[], method: string): string =>
  options
    .flatMap((option) => (option.kind === 'CHOICE' ? option.choices : []))
    .find(({ value }) => value === method)?.label ?? method;
