import type { UnitMetric } from '@kshot/fewshot';
import { listBy } from '@kshot/store';
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
import { Evaluation } from '../evaluation/evaluation.type.js';
import { protocolText } from '../evaluation/protocol-text.js';
import { OnlyProject } from '../project/in-project.input.js';
import { shownProject } from '../project/shown-project.js';
import { type Page, page } from '../schema/connection.js';
import { PageArgs } from '../schema/page-args.js';
import { presentFound } from '../schema/present-found.js';
import { DataSetVersion, presentVersion } from '../version/version.type.js';
import { compareStudy } from './compare-study.js';
import { criticalDifferenceOf } from './critical-difference.js';
import { decisionOf } from './decision-of.js';
import { cancelStudy, deleteStudy, retryStudy } from './end-studies.js';
import { Rerun } from './rerun.type.js';
import { rerunOf, rerunStudy } from './rerun-study.js';
import { startStudy } from './start-study.js';
import { StartStudyInput } from './study.input.js';
import {
  Comparison,
  CriticalDifference,
  presentStudy,
  Study,
  StudyConnection,
  StudyMetricEnum,
  type StudyStatus,
  StudyStatusEnum,
} from './study.type.js';
import { StudyDecision } from './study-decision.type.js';
import { evaluationsOf, evaluationsOn, statusOf } from './study-evaluations.js';
import { studyWarnings } from './study-warnings.js';
import { watchStudy } from './watch-study.js';

@Resolver(() => Study)
export class StudyResolver {
  @Query(() => StudyConnection, { description: 'All studies, newest first.' })
  async studies(
    @Args(() => PageArgs) range: PageArgs,
    @OnlyProject() projectId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Page<Study>> {
    const where = await shownProject(context, projectId);
    return page(listBy(context.store, 'study', range, where), presentStudy);
  }

  @Query(() => Study, { nullable: true, description: 'One study.' })
  study(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Study | null> {
    return presentFound(loaders.study.load(id), presentStudy);
  }

  @Mutation(() => Study, { description: 'Compares candidates on the same folds or episodes.' })
  startStudy(
    @Arg('input', () => StartStudyInput, { description: 'Versions, protocol and candidates.' })
    input: StartStudyInput,
    @Ctx() context: Context,
  ): Promise<Study> {
    return startStudy(context, input);
  }

  @Mutation(() => Study, {
    description: 'Runs a study again from what is kept of it; `rerun` says whether its numbers still hold.',
  })
  rerunStudy(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Study> {
    return rerunStudy(context, id);
  }

  @Mutation(() => Study, { description: 'Stops all evaluations of a study.' })
  cancelStudy(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Study> {
    return cancelStudy(context, id);
  }

  @Mutation(() => Study, {
    description:
      'Queues all failed and cancelled evaluations of a study again; parts that are done stay done.',
  })
  retryStudy(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Study> {
    return retryStudy(context, id);
  }

  @Mutation(() => ID, { description: 'Deletes a study that has ended, with its evaluations; gives its id.' })
  deleteStudy(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return deleteStudy(context, id);
  }

  @Subscription(() => Study, {
    subscribe: ({ args, context }) => watchStudy(context as Context, args.id as string),
    description:
      'The study now, then after each change of one of its evaluations, a retry included, until it is deleted.',
  })
  studyChanged(@Root() study: Study, @Arg('id', () => ID, { description: 'Its id.' }) _id: string): Study {
    return study;
  }

  @FieldResolver(() => [Evaluation], { description: 'One for each version and candidate, in this order.' })
  evaluations(@Root() { id }: Study, @Ctx() context: Context): Promise<Evaluation[]> {
    return evaluationsOf(context, id);
  }

  @FieldResolver(() => StudyStatusEnum, { description: 'Where it stands.' })
  async status(@Root() { id }: Study, @Ctx() context: Context): Promise<StudyStatus> {
    return statusOf((await evaluationsOf(context, id)).map(({ status }) => status));
  }

  @FieldResolver(() => [DataSetVersion], { description: 'What candidates are scored on.' })
  async versions(@Root() { query }: Study, @Ctx() { loaders }: Context): Promise<DataSetVersion[]> {
    const rows = await Promise.all(query.versions.map(({ versionId }) => loaders.version.load(versionId)));
    return rows.flatMap((row) => (row ? [presentVersion(row)] : []));
  }

  @FieldResolver(() => String, { description: 'The protocol in words.' })
  protocolText(@Root() { query }: Study): string {
    return protocolText(query.versions[0]!.protocol);
  }

  @FieldResolver(() => [String], { description: 'What makes the candidates unequal.' })
  async warnings(@Root() { id }: Study, @Ctx() context: Context): Promise<string[]> {
    return studyWarnings(context, await evaluationsOf(context, id));
  }

  @FieldResolver(() => Comparison, {
    nullable: true,
    description:
      'Finished candidates on one version in order, and pair by pair; null while fewer than two are done.',
  })
  async comparison(
    @Root() study: Study,
    @Arg('versionId', () => ID, { nullable: true, description: 'The version; the first when left out.' })
    versionId: string | undefined,
    @Arg('metric', () => StudyMetricEnum, { defaultValue: 'accuracy', description: 'What is compared.' })
    metric: UnitMetric,
    @Ctx() context: Context,
  ): Promise<Comparison | null> {
    return compareStudy(context, await evaluationsOn(context, study, versionId), metric);
  }

  @FieldResolver(() => StudyDecision, {
    nullable: true,
    description:
      'Of a study that may stop early: when it stopped on a version, and what is proved. Null until it is done.',
  })
  async decision(
    @Root() study: Study,
    @Arg('versionId', () => ID, { nullable: true, description: 'The version; the first when left out.' })
    versionId: string | undefined,
    @Ctx() context: Context,
  ): Promise<StudyDecision | null> {
    return decisionOf(context, await evaluationsOn(context, study, versionId));
  }

  @FieldResolver(() => CriticalDifference, {
    nullable: true,
    description: 'Ranks over the versions; null with fewer than two versions or three candidates.',
  })
  async criticalDifference(
    @Root() study: Study,
    @Ctx() context: Context,
  ): Promise<CriticalDifference | null> {
    return criticalDifferenceOf(study, await evaluationsOf(context, study.id));
  }

  @FieldResolver(() => Rerun, {
    nullable: true,
    description: 'Of a study that was run again: whether it holds.',
  })
  rerun(@Root() study: Study, @Ctx() context: Context): Promise<Rerun | null> {
    return rerunOf(context, study);
  }
}
