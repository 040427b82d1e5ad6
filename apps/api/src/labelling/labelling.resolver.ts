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
import { IntoProject } from '../project/in-project.input.js';
import { stillThere } from '../schema/still-there.js';
import { failureOf, progressOf } from '../schema/task-fields.js';
import type { Failure } from '../schema/values.js';
import { DataSetVersion, presentVersion } from '../version/version.type.js';
import { watchTask } from '../watch/watch-task.js';
import {
  LabelAnswer,
  Labelling,
  type LabellingProgress,
  LabellingStep,
  presentLabelling,
} from './labelling.type.js';
import { labellingStep } from './labelling-step.js';
import { startLabelling } from './start-labelling.js';

@Resolver(() => Labelling)
export class LabellingResolver {
  @Mutation(() => Labelling, {
    description:
      'Prepares the unlabelled examples of a version to be labelled in the order that helps most; watch labellingChanged, then ask labellingStep.',
  })
  startLabelling(
    @Arg('versionId', () => ID, { description: 'A READY version with unlabelled examples.' })
    versionId: string,
    @IntoProject() projectId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Labelling> {
    return startLabelling(context, versionId, projectId);
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
    subscribe: ({ args, context }) =>
      watchTask(context as Context, 'labelling', args.id as string, presentLabelling),
    description: 'The labelling now, then after each change, until it is deleted.',
  })
  labellingChanged(
    @Root() labelling: Labelling,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): Labelling {
    return labelling;
  }

  @FieldResolver()
  progress(@Root() { id }: Labelling, @Ctx() context: Context): Promise<LabellingProgress | null> {
    return progressOf(context, 'labelling', id);
  }

  @FieldResolver()
  failure(@Root() { id }: Labelling, @Ctx() context: Context): Promise<Failure | null> {
    return failureOf(context, id);
  }

  @FieldResolver(() => DataSetVersion, { description: 'Whose examples are labelled.' })
  async version(@Root() { versionId }: Labelling, @Ctx() { loaders }: Context): Promise<DataSetVersion> {
    return presentVersion(stillThere(await loaders.version.load(versionId)));
  }
}
