import { type EvaluationQuery, stopRuleOf, unitKindOf } from '@kshot/domain';
import { type Figure, intervalOf, meanFigure } from '@kshot/fewshot';
import type { Context } from '../context.js';
import type { Evaluation, EvaluationProgress } from './evaluation.type.js';
import { presentFigure } from './figure.type.js';

/** Accuracies of the units that are scored, as a mean that moves while it runs; at the end what is reported. */
export async function progressOf(
  { loaders }: Context,
  { id, unitCount, features, query, report }: Evaluation,
): Promise<EvaluationProgress> {
  const scores = await loaders.scores.load(id);
  const figure = report?.accuracy ?? (scores.length > 0 ? liveFigure(scores, query) : null);
  return { units: scores.length, of: unitCount, accuracy: figure && presentFigure(figure), features };
}

function liveFigure(scores: readonly number[], { protocol }: EvaluationQuery): Figure {
  const of = intervalOf[unitKindOf[protocol.kind]];
  const overlap = protocol.kind === 'CROSS_VALIDATION' ? 1 / (protocol.folds - 1) : 0;
  const anytime = stopRuleOf(protocol) !== undefined;
  return meanFigure(scores, of, { overlap, anytime, least: 0, most: 1 });
}
