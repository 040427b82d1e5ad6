import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { predict } from './predict.js';
import { PredictInput, Prediction } from './predict.type.js';

@Resolver()
export class PredictResolver {
  @Query(() => [Prediction], { description: 'What a model says of new examples, in their order.' })
  predict(
    @Arg('modelId', () => ID, { description: 'The model.' }) modelId: string,
    @Arg('inputs', () => [PredictInput], { description: 'At most 100 examples.' }) inputs: PredictInput[],
    @Ctx() context: Context,
  ): Promise<Prediction[]> {
    return predict(context, modelId, inputs);
  }
}
