import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Context } from '../context.js';
import { type Failure, failureOfRow } from '../schema/values.js';
import { DataSetVersion, presentVersion } from '../version/version.type.js';
import { LabelAnswer, Labelling, type LabellingProgress, LabellingStep } from './labelling.type.js';
import { labellingStep } from './labelling-step.js';
import { startLabelling } from './start-labelling.js';
import { watchLabelling } from './watch-labelling.js';

@Resolver(() => Labelling)
export class LabellingResolver {
  @Mutation(() => Labelling, {
    description:
      'Prepares the unlabelled examples of a version to be labelled in the order that helps most; watch labellingChanged, then ask labellingStep.',
  })
  startLabelling(
    @Arg('versionId', () => ID, { description: 'A READY version with unlabelled examples.' })
    versionId: string,
    @Ctx() context: Context,
  ): Promise<Labelling> {
    return startLabelling(context, versionId);
  }

  @Query(() => LabellingStep, {
    description:
      'What to label next, given all answers so far; nothing is stored. Save the answers by editVersion(relabel).',
  })
  labellingStep(
    @Arg('id', () => ID, { description: 'The labelling.' }) id: string,
    @Arg('answers', () => [LabelAnswer], { description: 'All answers so far, in order.' })
    answers: LabelAnswer[],
    @Arg('first', () => Int, { defaultValue: 1, description: 'How many to suggest, 1 to 20.' }) first: number,
    @Ctx() context: Context,
  ): Promise<LabellingStep> {
    return labellingStep(context, id, answers, first);
  }

  @Subscription(() => Labelling, {
    subscribe: ({ args, context }) => watchLabelling(context as Context, args.id as string),
    description: 'The labelling now, then after each change, until it is done.',
  })
  labellingChanged(
    @Root() labelling: Labelling,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): Labelling {
    return labelling;
  }

  @FieldResolver()
  async progress(@Root() { id }: Labelling, @Ctx() { loaders }: Context): Promise<LabellingProgress | null> {
    return ((await loaders.task.load(id))?.progress ?? null) as unknown as LabellingProgress | null;
  }

  @FieldResolver()
  async failure(@Root() { id }: Labelling, @Ctx() { loaders }: Context): Promise<Failure | null> {
    return failureOfRow(await loaders.task.load(id));
  }

  @FieldResolver(() => DataSetVersion, { description: 'Whose examples are labelled.' })
  async version(@Root() { versionId }: Labelling, @Ctx() { loaders }: Context): Promise<DataSetVersion> {
    return presentVersion((await loaders.version.load(versionId))!);
  }
}
