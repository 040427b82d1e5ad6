import { type AdvisorBudget, advisorBudget, DomainError } from '@kshot/domain';
import { insertWithTask, labelledVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { placeOf } from '../project/place-of.js';
import { assertTrainable } from '../run/check-run.js';
import { chosenSplit } from '../split/chosen-split.js';
import type { BudgetInput } from './recommendation.input.js';
import { presentRecommendation, type Recommendation } from './recommendation.type.js';

interface Question {
  readonly versionId: string;
  readonly splitId?: string | undefined;
  readonly budget?: BudgetInput | undefined;
  readonly projectId?: string | null | undefined;
}

/** Checks all that can be checked and queues the question. */
export async function recommend(
  context: Context,
  { versionId, splitId, budget, projectId }: Question,
): Promise<Recommendation> {
  const { store } = context;
  const version = await labelledVersion(store, versionId);
  const split = chosenSplit(version, splitId);
  assertTrainable(split);
  const row = await insertWithTask(store, 'recommendation', 'advice', {
    versionId: version.id,
    splitName: split.name,
    budget: budgetOf(budget),
    ...(await placeOf(context, [version.dataSet], projectId)),
  });
  return presentRecommendation(row);
}

function budgetOf(given: BudgetInput | undefined): AdvisorBudget {
  const limits = Object.fromEntries(Object.entries({ ...given }).filter(([, value]) => value != null));
  const { success, data } = advisorBudget.safeParse(limits);
  if (success) return data;
  throw new DomainError(
    'BAD_INPUT',
    'Limits of a budget are finite numbers above 0. Leave out what is not limited.',
  );
}
