import { metaRunOptions } from '@kshot/domain';
import { type Option, pretrainOptions, transferTrainOptions } from '@kshot/fewshot';
import type { Context } from '../context.js';
import { checkMeta, checkPretraining, checkTransfer } from './check-run.js';
import type { Work } from './estimate/estimate-work.js';
import { metaWork, pretrainingWork, transferWork } from './estimate/work-of-run.js';
import { type Plan, planRun } from './plan-run.js';

/** A run that is planned and checked, and what it computes. */
export interface Planned<L extends readonly Option[]> {
  readonly plan: Plan<L>;
  readonly work: Work;
}

const planning =
  <const L extends readonly Option[]>(
    options: L,
    check: (plan: Plan<L>) => void,
    workOf: (plan: Plan<L>) => Work,
  ) =>
  async (context: Context, input: Parameters<typeof planRun>[1]): Promise<Planned<L>> => {
    const plan = await planRun(context, input, options);
    check(plan);
    return { plan, work: workOf(plan) };
  };

export const plannedPretraining = planning(pretrainOptions, checkPretraining, pretrainingWork);
export const plannedTransfer = planning(transferTrainOptions, checkTransfer, transferWork);
export const plannedMetaLearning = planning(metaRunOptions, checkMeta, metaWork);
