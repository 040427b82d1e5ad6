import { classRule, DomainError } from '@kshot/domain';
import { readSupport } from '@kshot/store';
import type { Context } from '../context.js';
import { provenanceProblem } from '../trust/provenance-problem.js';
import { supportExample } from '../trust/support-example.js';
import type { SupportShare } from '../trust/trust.type.js';
import type { Prediction } from './predict.type.js';

/** The support examples that an answer rests on. Throws CONFLICT where the model does not decide by examples. */
export async function restsOn(
  context: Context,
  { model, input, class: answer, probabilities }: Prediction,
  first: number,
): Promise<SupportShare[]> {
  const { store, predictor } = context;
  const problem = provenanceProblem(model);
  if (problem !== null) throw new DomainError('CONFLICT', `${model.name} cannot name examples. ${problem}`);
  if (!(first >= 1 && first <= 100))
    throw new DomainError('BAD_INPUT', `\`first\` must be from 1 to 100, not ${first}.`);
  const supportHash = model.supportHash!;
  const [shares = []] = await predictor.provenance({
    kind: 'provenance',
    modelHash: model.hash,
    supportHash,
    inputs: [input],
  });
  const support = await readSupport(store.blobs, supportHash);
  const { classes } = support;
  const indexOf = classRule(classes, model.decision);
  // Shares are told for the more probable class: of two, the other one gains what it loses.
  const sign = answer === probabilities[0]!.class ? 1 : -1;
  return Promise.all(
    shares.slice(0, first).map(async ({ index, share, difference, without }) => ({
      share,
      difference: sign * difference,
      without: classes[indexOf([...without])]!,
      probabilitiesWithout: [...without],
      example: await supportExample(
        context,
        { hash: supportHash, versionId: model.versionId },
        support,
        index,
      ),
    })),
  );
}
