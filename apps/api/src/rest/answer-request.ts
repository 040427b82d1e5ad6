import { DomainError } from '@kshot/domain';
import type { Model } from '@kshot/store';
import type { Request } from 'express';
import type { Context } from '../context.js';
import { predict } from '../predict/predict.js';
import { readBody } from './read-body.js';

/** Answers of a model to the inputs of a request, at most so many. */
export async function answerRequest(
  context: Context,
  model: Model,
  request: Request,
  most = Number.POSITIVE_INFINITY,
): Promise<object[]> {
  const { inputs, coverage, top } = await readBody(request);
  if (inputs.length > most)
    throw new DomainError('DATA_TOO_LARGE', `At most ${most} inputs are taken at this address.`);
  const answers = await predict(context, model, inputs, coverage ?? null);
  return answers.map(({ class: name, probabilities, set, noneOfThese }) => ({
    class: name,
    probability: probabilities.find((one) => one.class === name)!.probability,
    probabilities: probabilities.slice(0, top),
    noneOfThese,
    ...(set ? { set: set.classes } : {}),
  }));
}
