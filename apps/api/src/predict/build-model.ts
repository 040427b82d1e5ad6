import { DomainError, metaModelOf } from '@kshot/domain';
import { buildSubModel, parameterCount, supportRuleOf } from '@kshot/fewshot';
import { encodeInputs } from '@kshot/ingest';
import { engine } from '@kshot/native';
import { type Blobs, readModel, writeModel } from '@kshot/store';
import type { BuiltModel, Question } from './protocol.js';
import { supportOf } from './support-of.js';

/** Lets a meta-model build a classifier of new classes from a few examples, and stores it. */
export async function buildModel(
  blobs: Blobs,
  question: Extract<Question, { kind: 'build' }>,
): Promise<BuiltModel> {
  const { modelHash, classes, labels, inputs, fit } = question;
  const { manifest, weights } = await readModel(blobs, modelHash);
  const metaModel = metaModelOf(manifest, weights);
  if (!metaModel)
    throw new DomainError(
      'BAD_INPUT',
      'This model is not a meta-model. Train one with startMetaLearning, or teach this one with teach.',
    );
  const x = await encodeInputs(manifest, inputs);
  try {
    const built = buildSubModel(engine(), metaModel, { x, labels, classes }, fit ?? undefined);
    const { meta: _, ...rest } = manifest;
    const own = { ...rest, network: built.network, classes: [...classes] };
    // Fitted further, it no longer decides by the rule.
    const rule = fit ? undefined : supportRuleOf(metaModel);
    const kept = rule ? await supportOf(blobs, own, built.weights, rule, question) : {};
    return {
      ...kept,
      stored: await writeModel(blobs, own, built.weights),
      manifest: own,
      parameterCount: parameterCount(built.network),
    };
  } catch (error) {
    if (error instanceof RangeError) throw new DomainError('BAD_INPUT', error.message);
    throw error;
  }
}
