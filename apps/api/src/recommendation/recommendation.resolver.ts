import { findRow, findRows, ofRow } from '@kshot/store';
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
import { IntoProject, OnlyProject } from '../project/in-project.input.js';
import { shownProject } from '../project/shown-project.js';
import { cancelWork, retryWork } from '../schema/end-task.js';
import { presentFound } from '../schema/present-found.js';
import { stillThere } from '../schema/still-there.js';
import { failureOf, progressOf } from '../schema/task-fields.js';
import type { Failure } from '../schema/values.js';
import { Study } from '../study/study.type.js';
import { DataSetVersion, presentVersion } from '../version/version.type.js';
import { watchTask } from '../watch/watch-task.js';
import { recommend } from './recommend.js';
import { BudgetInput } from './recommendation.input.js';
import {
  type AdviceProgress,
  presentRecommendation,
  Recommendation,
  RecommendedStart,
} from './recommendation.type.js';
import { startRecommended, startRecommendedStudy } from './start-recommended.js';
import { trackRecord } from './track-record.js';
import { TrackRecord } from './track-record.type.js';

@Resolver(() => Recommendation)
export class RecommendationResolver {
  @Mutation(() => Recommendation, {
    description:
      'Asks what to do with a version. Heads are tried on its training part; a worker takes seconds.',
  })
  recommend(
    @Arg('versionId', () => ID, { description: 'A READY version.' }) versionId: string,
    @Arg('budget', () => BudgetInput, { nullable: true, description: 'What a run may take at most.' })
    budget: BudgetInput | undefined,
    @Arg('splitId', () => ID, {
      nullable: true,
      description: 'Whose training part is looked at; the first of the version when left out.',
    })
    splitId: string | undefined,
    @IntoProject() projectId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Recommendation> {
    return recommend(context, { versionId, splitId, budget, projectId });
  }

  @Query(() => Recommendation, { nullable: true, description: 'One recommendation.' })
  recommendation(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<Recommendation | null> {
    return presentFound(findRow(store, 'recommendation', id), presentRecommendation);
  }

  @Query(() => [Recommendation], { description: 'The newest twenty recommendations for a version.' })
  async recommendations(
    @Arg('versionId', () => ID, { description: 'The version.' }) versionId: string,
    @OnlyProject() projectId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Recommendation[]> {
    const newest = { by: 'createdAt', direction: 'desc', take: 20 } as const;
    const rows = await findRows(
      context.store,
      'recommendation',
      { ...ofRow('dataSetVersion', 'versionId', versionId), ...(await shownProject(context, projectId)) },
      newest,
    );
    return rows.map(presentRecommendation);
  }

  @Query(() => TrackRecord, { description: 'How the predictions of the advisor came out.' })
  advisorTrackRecord(@Ctx() context: Context): Promise<TrackRecord> {
    return trackRecord(context);
  }

  @Mutation(() => Recommendation, {
    description: 'Stops looking; what was tried so far stays to be read.',
  })
  async cancelRecommendation(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Recommendation> {
    return presentRecommendation(await cancelWork(context, 'recommendation', id));
  }

  @Mutation(() => Recommendation, {
    description: 'Queues a failed or cancelled recommendation again; it starts from the beginning.',
  })
  async retryRecommendation(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Recommendation> {
    return presentRecommendation(await retryWork(context, 'recommendation', id));
  }

  @Mutation(() => RecommendedStart, {
    description: 'Starts the run or evaluation of an option; the prediction is kept for the track record.',
  })
  startRecommended(
    @Arg('id', () => ID, { description: 'The recommendation.' }) id: string,
    @Arg('place', () => Int, { defaultValue: 0, description: 'Which option; 0 is the best.' }) place: number,
    @Ctx() context: Context,
  ): Promise<RecommendedStart> {
    return startRecommended(context, id, place);
  }

  @Mutation(() => Study, {
    description: 'Compares the best options by cross-validation within the training part.',
  })
  startRecommendedStudy(
    @Arg('id', () => ID, { description: 'The recommendation.' }) id: string,
    @Arg('count', () => Int, { defaultValue: 3, description: 'How many of the best.' }) count: number,
    @Ctx() context: Context,
  ): Promise<Study> {
    return startRecommendedStudy(context, id, count);
  }

  @Subscription(() => Recommendation, {
    subscribe: ({ args, context }) =>
      watchTask(context as Context, 'recommendation', args.id as string, presentRecommendation),
    description: 'The recommendation now, then after each change, a retry included, until it is deleted.',
  })
  recommendationChanged(
    @Root() recommendation: Recommendation,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): Recommendation {
    return recommendation;
  }

  @FieldResolver()
  progress(@Root() { id }: Recommendation, @Ctx() context: Context): Promise<AdviceProgress | null> {
    return progressOf(context, 'advice', id);
  }

  @FieldResolver()
  failure(@Root() { id }: Recommendation, @Ctx() context: Context): Promise<Failure | null> {
    return failureOf(context, id);
  }

  @FieldResolver(() => DataSetVersion, { description: 'What it is about.' })
  async version(@Root() { versionId }: Recommendation, @Ctx() { loaders }: Context): Promise<DataSetVersion> {
    return presentVersion(stillThere(await loaders.version.load(versionId)));
  }
}
