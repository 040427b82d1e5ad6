import { DomainError, stopRuleOf } from '@kshot/domain';
import { getRow, insertLoneEvaluation, labelledVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { placeOf } from '../project/place-of.js';
import { candidateOf } from './candidate-of.js';
import type { StartEvaluationInput } from './evaluation.input.js';
import { type Evaluation, presentEvaluation } from './evaluation.type.js';
import { plannedEvaluation, unitsFor } from './plan-evaluation.js';
import { protocolOf } from './protocol-of.js';

/** Checks all that can be checked and queues the shards. */
export async function startEvaluation(context: Context, input: StartEvaluationInput): Promise<Evaluation> {
  const { store } = context;
  const version = await labelledVersion(store, input.versionId);
  const protocol = await protocolOf(context, input.protocol, version);
  if (stopRuleOf(protocol))
    throw new DomainError(
      'BAD_INPUT',
      'One candidate alone cannot be decided early. Leave stopEarly out, or start a study of two or more.',
    );
  const candidate = await candidateOf(context, input.candidate, [version]);
  const units = await unitsFor(context, version, protocol);
  const planned = plannedEvaluation(version, protocol, units, candidate);
  const place = await placeOf(context, [version.dataSet, candidate.model], input.projectId);
  const id = await insertLoneEvaluation(store, { ...planned, ...place });
  return presentEvaluation(await getRow(store, 'evaluation', id));
}
