import { stopRuleOf } from '@kshot/domain';
import { studyDecision } from '@kshot/fewshot';
import type { Context } from '../context.js';
import type { Evaluation } from '../evaluation/evaluation.type.js';
import { decisionText } from './decision-text.js';
import type { StudyDecision } from './study-decision.type.js';

/** The verdict on the evaluations of one version; null while they run, with fewer than two, or without a stop rule. */
export async function decisionOf(
  { loaders }: Context,
  evaluations: readonly Evaluation[],
): Promise<StudyDecision | null> {
  const live = evaluations.filter(({ status }) => status !== 'FAILED' && status !== 'CANCELLED');
  const rule = live[0] && stopRuleOf(live[0].query.protocol);
  if (!rule || live.length < 2 || live.some(({ status }) => status !== 'DONE')) return null;
  const sides = await Promise.all(
    live.map(async ({ id }) => ({ name: id, values: await loaders.scores.load(id) })),
  );
  const decision = { ...studyDecision(sides, rule), ...rule, of: live[0]!.unitCount };
  const nameOf = new Map(live.map(({ id, name }) => [id, name]));
  return { ...decision, text: decisionText(decision, (id) => nameOf.get(id)!) };
}
