import type { FindingKind } from '@kshot/domain';
import { findRow, listBy, ofRow } from '@kshot/store';
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
import { Model, presentModel } from '../model/model.type.js';
import { OnlyProject } from '../project/in-project.input.js';
import { shownOf } from '../project/shown-project.js';
import { type Page, page } from '../schema/connection.js';
import { cancelWork, deleteWork, retryWork } from '../schema/end-task.js';
import { PageArgs } from '../schema/page-args.js';
import { presentFound } from '../schema/present-found.js';
import { stillThere } from '../schema/still-there.js';
import { failureOf, progressOf } from '../schema/task-fields.js';
import type { Failure } from '../schema/values.js';
import { DataSetVersion, presentVersion } from '../version/version.type.js';
import { watchTask } from '../watch/watch-task.js';
import { StartLabelCheckInput } from './label-check.input.js';
import {
  type Finding,
  FindingConnection,
  FindingKindEnum,
  LabelCheck,
  LabelCheckConnection,
  type LabelCheckProgress,
  LabelCheckReport,
  presentFinding,
  presentLabelCheck,
} from './label-check.type.js';
import { presentReport } from './present-report.js';
import { startLabelCheck } from './start-label-check.js';

@Resolver(() => LabelCheck)
export class LabelCheckResolver {
  @Query(() => LabelCheck, { nullable: true, description: 'One check of labels.' })
  labelCheck(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<LabelCheck | null> {
    return presentFound(findRow(store, 'labelCheck', id), presentLabelCheck);
  }

  @Query(() => LabelCheckConnection, { description: 'Checks of labels, newest first.' })
  async labelChecks(
    @Args(() => PageArgs) range: PageArgs,
    @Arg('versionId', () => ID, { nullable: true, description: 'Of this version only.' }) versionId:
      | string
      | undefined,
    @OnlyProject() projectId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Page<LabelCheck>> {
    const where = await shownOf(context, ofRow('dataSetVersion', 'versionId', versionId), projectId);
    return page(listBy(context.store, 'labelCheck', range, where), presentLabelCheck);
  }

  @Mutation(() => LabelCheck, {
    description: 'Looks for wrong labels, copies and ambiguous classes in a version.',
  })
  startLabelCheck(
    @Arg('input', () => StartLabelCheckInput, { description: 'Version and judge.' })
    input: StartLabelCheckInput,
    @Ctx() context: Context,
  ): Promise<LabelCheck> {
    return startLabelCheck(context, input);
  }

  @Mutation(() => LabelCheck, { description: 'Stops a check at once.' })
  async cancelLabelCheck(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<LabelCheck> {
    return presentLabelCheck(await cancelWork(context, 'labelCheck', id));
  }

  @Mutation(() => LabelCheck, { description: 'Queues a failed or cancelled check again.' })
  async retryLabelCheck(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<LabelCheck> {
    return presentLabelCheck(await retryWork(context, 'labelCheck', id));
  }

  @Mutation(() => ID, { description: 'Deletes a check that has ended, with its findings; gives its id.' })
  async deleteLabelCheck(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return deleteWork(context, 'labelCheck', id);
  }

  @Subscription(() => LabelCheck, {
    subscribe: ({ args, context }) =>
      watchTask(context as Context, 'labelCheck', args.id as string, presentLabelCheck),
    description: 'The check now, then after each change, a retry included, until it is deleted.',
  })
  labelCheckChanged(
    @Root() check: LabelCheck,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): LabelCheck {
    return check;
  }

  @FieldResolver()
  progress(@Root() { id }: LabelCheck, @Ctx() context: Context): Promise<LabelCheckProgress | null> {
    return progressOf(context, 'check', id);
  }

  @FieldResolver()
  failure(@Root() { id }: LabelCheck, @Ctx() context: Context): Promise<Failure | null> {
    return failureOf(context, id);
  }

  @FieldResolver(() => LabelCheckReport, { nullable: true, description: 'What was found, once done.' })
  async report(
    @Root() { report, versionId }: LabelCheck,
    @Ctx() { loaders }: Context,
  ): Promise<LabelCheckReport | null> {
    const manifest = report && (await loaders.version.load(versionId))?.manifest;
    return manifest ? presentReport(report, manifest) : null;
  }

  @FieldResolver(() => FindingConnection, { description: 'Examples to look at, the most urgent first.' })
  findings(
    @Root() { id: checkId }: LabelCheck,
    @Args(() => PageArgs) range: PageArgs,
    @Arg('kind', () => FindingKindEnum, { nullable: true, description: 'Of this kind only.' }) kind:
      | FindingKind
      | undefined,
    @Ctx() { store }: Context,
  ): Promise<Page<Finding>> {
    const inOrder = { by: 'position', direction: 'asc' } as const;
    return page(
      listBy(store, 'finding', range, { checkId, ...(kind ? { kind } : {}) }, inOrder),
      presentFinding,
    );
  }

  @FieldResolver(() => DataSetVersion, { description: 'What was checked.' })
  async version(@Root() { versionId }: LabelCheck, @Ctx() { loaders }: Context): Promise<DataSetVersion> {
    return presentVersion(stillThere(await loaders.version.load(versionId)));
  }

  @FieldResolver(() => Model, {
    nullable: true,
    description: 'Whose features were judged by; null: the examples themselves.',
  })
  model(@Root() { modelId }: LabelCheck, @Ctx() { loaders }: Context): Promise<Model | null> {
    return presentFound(modelId ? loaders.model.load(modelId) : null, presentModel);
  }
}
