import { metaRunOptions } from '@kshot/domain';
import { type Option, pretrainOptions, transferTrainOptions } from '@kshot/fewshot';
import type { Context } from '../context.js';
import { checkMeta, checkPretraining, checkTransfer } from './check-run.js';
import type { Work } from './estimate/estimate-work.js';
import { metaWork, pretrainingWork, transferWork } from './estimate/work-of-run.js';
import { type Plan, planRun } from './plan-run.js';
import type { StartMetaLearningInput, StartPretrainingInput, StartTransferInput } from './run.input.js';

/** A run that is planned and checked, and what it computes. */
export interface Planned<L extends readonly Option[]> {
  readonly plan: Plan<L>;
  readonly work: Work;
}

export async function plannedPretraining(
  context: Context,
  input: StartPretrainingInput,
): Promise<Planned<typeof pretrainOptions>> {
  const plan = await planRun(context, input, pretrainOptions);
  checkPretraining(plan);
  return { plan, work: pretrainingWork(plan) };
}

export async function plannedTransfer(
  context: Context,
  input: StartTransferInput,
): Promise<Planned<typeof transferTrainOptions>> {
  const plan = await planRun(context, input, transferTrainOptions);
  checkTransfer(plan);
  return { plan, work: transferWork(plan) };
}

export async function plannedMetaLearning(
  context: Context,
  input: StartMetaLearningInput,
): Promise<Planned<typeof metaRunOptions>> {
  const plan = await planRun(context, input, metaRunOptions);
  checkMeta(plan);
  return { plan, work: metaWork(plan) };
}
