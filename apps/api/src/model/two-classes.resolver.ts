import { Arg, Ctx, FieldResolver, Float, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Model } from './model.type.js';
import { setThreshold } from './set-threshold.js';
import { thresholdFor, twoClassesOf } from './two-classes.js';
import { MistakeCostsInput, TwoClasses } from './two-classes.type.js';

@Resolver(() => Model)
export class ThresholdResolver {
  @FieldResolver(() => TwoClasses, {
    nullable: true,
    description:
      'ROC and precision-recall curves of a model with two classes, and its threshold; null of other models, and where nothing was held out.',
  })
  twoClasses(
    @Root() model: Model,
    @Arg('positive', () => String, {
      nullable: true,
      description: 'The class that is looked for; the one that was set, else the rarer one, when left out.',
    })
    positive: string | null,
  ): TwoClasses | null {
    return twoClassesOf(model, positive);
  }

  @Mutation(() => Model, {
    description:
      'Lets a model of two classes answer the positive one from a probability on: in predictions, files, at its address and on its shared page; probabilities stay. Pass a threshold, or costs for the threshold of least cost on held-out examples (Elkan 2001); neither goes back to 0.5.',
  })
  setThreshold(
    @Arg('modelId', () => ID, { description: 'The model.' }) modelId: string,
    @Arg('threshold', () => Float, { nullable: true, description: 'From 0 to 1.' })
    threshold: number | null,
    @Arg('costs', () => MistakeCostsInput, { nullable: true, description: 'What mistakes cost.' })
    costs: MistakeCostsInput | null,
    @Arg('positive', () => String, {
      nullable: true,
      description: 'The positive class; the one that was set, else the rarer one, when left out.',
    })
    positive: string | null,
    @Ctx() context: Context,
  ): Promise<Model> {
    const wanted = { threshold: threshold ?? null, costs: costs ?? null, positive: positive ?? null };
    return setThreshold(context, modelId, wanted);
  }
}

@Resolver(() => TwoClasses)
export class TwoClassesResolver {
  @FieldResolver(() => Float, {
    description:
      'The threshold whose mistakes cost least on the held-out examples, as `setThreshold` takes it.',
  })
  leastCostThreshold(
    @Root() two: TwoClasses,
    @Arg('costs', () => MistakeCostsInput, { description: 'What mistakes cost.' }) costs: MistakeCostsInput,
  ): number {
    return thresholdFor(two, costs);
  }
}
