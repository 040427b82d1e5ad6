import { type EpisodeReport as EpisodeReportValue, type TestReport as ReportValue } from '@kshot/domain';
import { findRows } from '@kshot/store';
import {
  Arg,
  Args,
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
import { Series } from '../metric/metric.type.js';
import { runMetricNames, runSeries } from '../metric/run-series.js';
import { ComparedHead, comparedHeads } from '../model/compared-head.type.js';
import { Model, presentModel } from '../model/model.type.js';
import type { Page } from '../schema/connection.js';
import { cancelWork, deleteWork, retryWork } from '../schema/end-task.js';
import { PageArgs } from '../schema/page-args.js';
import { presentFound } from '../schema/present-found.js';
import { stillThere } from '../schema/still-there.js';
import { presentSplit, Split } from '../split/split.type.js';
import { DataSetVersion, presentVersion } from '../version/version.type.js';
import { watchTasks } from '../watch/watch-tasks.js';
import { featureMap } from './feature-map.js';
import { FeatureMap } from './feature-map.type.js';
import { listRuns } from './list-runs.js';
import { RunFilter, RunSort } from './run.input.js';
import { OptionValue, presentRun, Run, RunConnection } from './run.type.js';
import { asMutation, optionValues } from './run-options.js';

@Resolver(() => Run)
export class RunResolver {
  @Query(() => RunConnection, { description: 'All runs, newest first.' })
  runs(
    @Args(() => PageArgs) range: PageArgs,
    @Arg('filter', () => RunFilter, { nullable: true, description: 'Which ones.' }) filter:
      | RunFilter
      | undefined,
    @Arg('sort', () => RunSort, { nullable: true, description: 'In which order.' }) sort: RunSort | undefined,
    @Ctx() context: Context,
  ): Promise<Page<Run>> {
    return listRuns(context, range, filter ?? undefined, sort ?? undefined);
  }

  @Query(() => Run, { nullable: true, description: 'One run.' })
  run(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Run | null> {
    return presentFound(loaders.run.load(id), presentRun);
  }

  @Mutation(() => Run, {
    description: 'Stops a run: at once when it waits, after the present step when it trains.',
  })
  async cancelRun(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Run> {
    return presentRun(await cancelWork(context, 'run', id));
  }

  @Mutation(() => Run, {
    description: 'Queues a failed or cancelled run again; it goes on from its last checkpoint.',
  })
  async retryRun(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Run> {
    return presentRun(await retryWork(context, 'run', id));
  }

  @Mutation(() => ID, {
    description: 'Deletes a run that has ended, with its metrics; its models stay. Gives its id.',
  })
  deleteRun(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return deleteWork(context, 'run', id);
  }

  @Subscription(() => Run, {
    subscribe: ({ args, context }) =>
      watchTasks(context as Context, 'run', args.id as string | undefined, presentRun),
    description:
      "The run now, then after each change, a retry included, until it is deleted. Without an id: every run's changes.",
  })
  runChanged(
    @Root() run: Run,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) _id?: string,
  ): Run {
    return run;
  }

  @FieldResolver(() => DataSetVersion, { description: 'What it is trained on.' })
  async version(@Root() { versionId }: Run, @Ctx() { loaders }: Context): Promise<DataSetVersion> {
    return presentVersion(stillThere(await loaders.version.load(versionId)));
  }

  @FieldResolver(() => Split, {
    nullable: true,
    description: 'Which examples are for training, validation and test.',
  })
  split(@Root() { splitId }: Run, @Ctx() { loaders }: Context): Promise<Split | null> {
    return presentFound(splitId ? loaders.split.load(splitId) : null, presentSplit);
  }

  @FieldResolver(() => Model, { nullable: true, description: 'The model that it starts from.' })
  parent(@Root() { parentId }: Run, @Ctx() { loaders }: Context): Promise<Model | null> {
    return presentFound(parentId ? loaders.model.load(parentId) : null, presentModel);
  }

  @FieldResolver()
  async report(@Root() run: Run, @Ctx() { loaders }: Context): Promise<ReportValue | null> {
    const row = run.report === undefined ? await loaders.run.load(run.id) : run;
    return row?.report ?? null;
  }

  @FieldResolver()
  async episodeReport(@Root() run: Run, @Ctx() { loaders }: Context): Promise<EpisodeReportValue | null> {
    const row = run.episodeReport === undefined ? await loaders.run.load(run.id) : run;
    return row?.episodeReport ?? null;
  }

  @FieldResolver(() => [OptionValue], { description: 'What was set.' })
  options(@Root() run: Run): OptionValue[] {
    return optionValues(run);
  }

  @FieldResolver(() => [String], { description: 'Names of its series.' })
  metricNames(@Root() { id }: Run, @Ctx() context: Context): Promise<string[]> {
    return runMetricNames(context, id);
  }

  @FieldResolver(() => [Series], {
    description: 'Its series as columns, never more than `points` points each.',
  })
  metrics(
    @Root() { id }: Run,
    @Arg('names', () => [String], { nullable: true, description: 'Only these.' }) names: string[] | undefined,
    @Arg('fromStep', () => Int, { nullable: true, description: 'From this step on.' }) fromStep:
      | number
      | undefined,
    @Arg('toStep', () => Int, { nullable: true, description: 'To this step, with it.' }) toStep:
      | number
      | undefined,
    @Arg('points', () => Int, {
      defaultValue: 1000,
      description: 'Points of a series, 1 to 10,000; more are merged.',
    })
    points: number,
    @Ctx() context: Context,
  ): Promise<Series[]> {
    return runSeries(context, id, { names, fromStep, toStep, points });
  }

  @FieldResolver(() => FeatureMap, {
    nullable: true,
    description:
      'Where the features of test examples lie, and what was answered; null before it is done, without a test, and of runs made by earlier versions.',
  })
  featureMap(@Root() run: Run, @Ctx() context: Context): Promise<FeatureMap | null> {
    return featureMap(context, run);
  }

  @FieldResolver(() => [Model], { description: 'What it trained.' })
  async models(@Root() { id: runId }: Run, @Ctx() { store }: Context): Promise<Model[]> {
    return (await findRows(store, 'model', { runId }, { by: 'id' })).map(presentModel);
  }

  @FieldResolver(() => [ComparedHead], {
    description: 'The heads that were compared, the chosen one marked; empty where none were.',
  })
  async comparedHeads(@Root() { id: runId }: Run, @Ctx() { store }: Context): Promise<ComparedHead[]> {
    const [model] = await findRows(store, 'model', { runId }, { by: 'id', take: 1 });
    return model ? comparedHeads(model.manifest) : [];
  }

  @FieldResolver(() => String, {
    description: 'The mutation that starts the same run again, ready to paste.',
  })
  asMutation(@Root() run: Run): string {
    return asMutation(run);
  }
}
