import { DomainError } from '@kshot/domain';
import { getOwn, noteTaught } from '@kshot/store';
import type { Context } from '../context.js';
import type { Model } from '../model/model.type.js';
import { teach } from '../teach/teach.js';
import type { TeachInputsInput } from './kept-input.type.js';
import { labelledInputs } from './labelled-inputs.js';

/** Teaches a model its reviewed inputs; the review goes on at the taught model. */
export async function teachInputs(context: Context, { modelId, ids }: TeachInputsInput): Promise<Model> {
  const model = await getOwn(context.store, 'model', modelId);
  if (model.lessonHash === null)
    throw new DomainError(
      'CONFLICT',
      `The examples of ${model.name} were not kept, so it cannot be taught more. Add the inputs to its data set and train again.`,
    );
  const byClass = await labelledInputs(context, model, ids);
  const support = [...byClass].map(([name, examples]) => ({ name, examples }));
  const taught = await teach(context, { modelId: model.id, support });
  await noteTaught(context.store.pool, ids);
  context.inputs.openUp(model.id);
  return taught;
}
