import { listEvaluations } from '@kshot/store';
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Context } from '../context.js';
import { Method } from '../method/method.type.js';
import { Model, presentModel } from '../model/model.type.js';
import { shownProject } from '../project/shown-project.js';
import { OptionValue } from '../run/run.type.js';
import { type Page, page } from '../schema/connection.js';
import { cancelWork, retryWork } from '../schema/end-task.js';
import { PageArgs } from '../schema/page-args.js';
import { presentFound } from '../schema/present-found.js';
import { stillThere } from '../schema/still-there.js';
import { DataSetVersion, presentVersion } from '../version/version.type.js';
import { candidateOptions } from './candidate-options.js';
import { deleteEvaluation } from './delete-evaluation.js';
import { EvaluationFilter, StartEvaluationInput } from './evaluation.input.js';
import {
  Evaluation,
  EvaluationConnection,
  EvaluationProgress,
  presentEvaluation,
} from './evaluation.type.js';
import { evaluationMethods } from './evaluation-methods.js';
import { progressOf } from './evaluation-progress.js';
import { evaluationWarnings } from './evaluation-warnings.js';
import { EvaluationReport, presentReport } from './report.type.js';
import { startEvaluation } from './start-evaluation.js';
import { watchEvaluation } from './watch-evaluation.js';

@Resolver(() => Evaluation)
export class EvaluationResolver {
  @Query(() => EvaluationConnection, { description: 'All evaluations, newest first.' })
  async evaluations(
    @Args(() => PageArgs) range: PageArgs,
    @Arg('filter', () => EvaluationFilter, { nullable: true, description: 'Which ones.' }) filter:
      | EvaluationFilter
      | undefined,
    @Ctx() context: Context,
  ): Promise<Page<Evaluation>> {
    const shown = { ...filter, ...(await shownProject(context, filter?.projectId)) };
    return page(listEvaluations(context.store, range, shown), presentEvaluation);
  }

  @Query(() => Evaluation, { nullable: true, description: 'One evaluation.' })
  evaluation(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Evaluation | null> {
    return presentFound(loaders.evaluation.load(id), presentEvaluation);
  }

  @Query(() => [Method], {
    description:
      'What can be a candidate beside a trained model: heads by their method, FINE_TUNE and PRETRAIN, with all that can be set.',
  })
  candidateMethods(): Method[] {
    return evaluationMethods;
  }

  @Mutation(() => Evaluation, { description: 'Scores one candidate on a version by one protocol.' })
  startEvaluation(
    @Arg('input', () => StartEvaluationInput, { description: 'Version, protocol and candidate.' })
    input: StartEvaluationInput,
    @Ctx() context: Context,
  ): Promise<Evaluation> {
    return startEvaluation(context, input);
  }

  @Mutation(() => Evaluation, { description: 'Stops an evaluation at once.' })
  async cancelEvaluation(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Evaluation> {
    return presentEvaluation(await cancelWork(context, 'evaluation', id));
  }

  @Mutation(() => Evaluation, {
    description: 'Queues a failed or cancelled evaluation again; parts that are done stay done.',
  })
  async retryEvaluation(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Evaluation> {
    return presentEvaluation(await retryWork(context, 'evaluation', id));
  }

  @Mutation(() => ID, {
    description: 'Deletes an evaluation that has ended and is in no study; gives its id.',
  })
  deleteEvaluation(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return deleteEvaluation(context, id);
  }

  @Subscription(() => Evaluation, {
    subscribe: ({ args, context }) => watchEvaluation(context as Context, args.id as string),
    description: 'The evaluation now, then after each change, a retry included, until it is deleted.',
  })
  evaluationChanged(
    @Root() evaluation: Evaluation,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): Evaluation {
    return evaluation;
  }

  @FieldResolver(() => EvaluationProgress, { description: 'How far it is, and its accuracy so far.' })
  progress(@Root() evaluation: Evaluation, @Ctx() context: Context): Promise<EvaluationProgress> {
    return progressOf(context, evaluation);
  }

  @FieldResolver(() => EvaluationReport, { nullable: true, description: 'All figures, once done.' })
  async report(
    @Root() { report, versionId }: Evaluation,
    @Ctx() { loaders }: Context,
  ): Promise<EvaluationReport | null> {
    const manifest = report && (await loaders.version.load(versionId))?.manifest;
    return manifest ? presentReport(report, manifest, versionId) : null;
  }

  @FieldResolver(() => [String], { description: 'What to know before trusting the figures.' })
  warnings(@Root() evaluation: Evaluation, @Ctx() context: Context): Promise<string[]> {
    return evaluationWarnings(context, evaluation);
  }

  @FieldResolver(() => DataSetVersion, { description: 'What it is scored on.' })
  async version(@Root() { versionId }: Evaluation, @Ctx() { loaders }: Context): Promise<DataSetVersion> {
    return presentVersion(stillThere(await loaders.version.load(versionId)));
  }

  @FieldResolver(() => Model, { nullable: true, description: 'The model that is scored or starts from.' })
  model(@Root() { modelId }: Evaluation, @Ctx() { loaders }: Context): Promise<Model | null> {
    return presentFound(modelId ? loaders.model.load(modelId) : null, presentModel);
  }

  @FieldResolver(() => [OptionValue], { description: 'What was set of its method.' })
  options(@Root() { query }: Evaluation): OptionValue[] {
    return candidateOptions(query.candidate);
  }
}
