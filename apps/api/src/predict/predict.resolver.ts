import { getRow } from '@kshot/store';
import { Arg, Ctx, Extensions, FieldResolver, Float, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { needing } from '../access/needs.js';
import type { Context } from '../context.js';
import { SupportShare } from '../trust/trust.type.js';
import { contributions } from './contributions/contributions.js';
import { Contributions } from './contributions/contributions.type.js';
import { predict } from './predict.js';
import { PredictInput, Prediction } from './predict.type.js';
import { restsOn } from './rests-on.js';

@Resolver(() => Prediction)
export class PredictResolver {
  @Extensions(needing('PREDICT'))
  @Query(() => [Prediction], { description: 'What a model says of new examples, in their order.' })
  async predict(
    @Arg('modelId', () => ID, { description: 'The model.' }) modelId: string,
    @Arg('inputs', () => [PredictInput], { description: 'At most 100 examples.' }) inputs: PredictInput[],
    @Arg('coverage', () => Float, {
      nullable: true,
      description:
        'How often the set must hold the true class, such as 0.8, 0.9 or 0.95; from 0.5 to 0.99. Needs a calibrated model.',
    })
    coverage: number | undefined,
    @Ctx() context: Context,
  ): Promise<Prediction[]> {
    return predict(context, await getRow(context.store, 'model', modelId), inputs, coverage);
  }

  @FieldResolver(() => [SupportShare], {
    description:
      'The support examples that the answer rests on, the largest share first: each with what the answer would be without it, exactly. Of sub-models that decide by their examples, and of transferred models with a centroid, nearest-neighbours or ridge head (its penalty stays the one that was chosen with all); see `Model.provenanceProblem`.',
  })
  restsOn(
    @Root() prediction: Prediction,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many, at most 100.' }) first: number,
    @Ctx() context: Context,
  ): Promise<SupportShare[]> {
    return restsOn(context, prediction, first);
  }

  @FieldResolver(() => Contributions, {
    description: 'What each cell of the row adds to the probability of the answer; of models of tables.',
  })
  contributions(@Root() prediction: Prediction, @Ctx() context: Context): Promise<Contributions> {
    return contributions(context, prediction);
  }
}
