import type { FindingKind, PackManifest } from '@kshot/domain';
import { cancelTasks } from '@kshot/store';
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
import { type Page, page } from '../schema/connection.js';
import { assertCancelled, assertEnded } from '../schema/end-task.js';
import { found, isId } from '../schema/find.js';
import { PageArgs } from '../schema/page-args.js';
import { type Failure, failureOfRow } from '../schema/values.js';
import { DataSetVersion, presentVersion } from '../version/version.type.js';
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
import { watchLabelCheck } from './watch-label-check.js';

const rowOf = ({ store }: Context, id: string) =>
  found('check', id, (key) => store.prisma.labelCheck.findUnique({ where: { id: key } }));

@Resolver(() => LabelCheck)
export class LabelCheckResolver {
  @Query(() => LabelCheck, { nullable: true, description: 'One check of labels.' })
  async labelCheck(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<LabelCheck | null> {
    const row = isId(id) ? await store.prisma.labelCheck.findUnique({ where: { id } }) : null;
    return row && presentLabelCheck(row);
  }

  @Query(() => LabelCheckConnection, { description: 'Checks of labels, newest first.' })
  labelChecks(
    @Args(() => PageArgs) range: PageArgs,
    @Arg('versionId', () => ID, { nullable: true, description: 'Of this version only.' }) versionId:
      | string
      | undefined,
    @Ctx() { store }: Context,
  ): Promise<Page<LabelCheck>> {
    const where = versionId && isId(versionId) ? { versionId } : {};
    const rows = store.prisma.labelCheck;
    return page(
      range,
      {
        where,
        order: { by: 'createdAt', direction: 'desc' },
        find: (window) => rows.findMany(window),
        count: (counted) => rows.count(counted),
      },
      presentLabelCheck,
    );
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
    const { status } = await rowOf(context, id);
    assertCancelled((await cancelTasks(context.store.pool, id)) > 0, { what: 'check', status });
    return presentLabelCheck(await rowOf(context, id));
  }

  @Mutation(() => ID, { description: 'Deletes a check that has ended, with its findings; gives its id.' })
  async deleteLabelCheck(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    const { status } = await rowOf(context, id);
    assertEnded({ what: 'check', status });
    await context.store.prisma.labelCheck.delete({ where: { id } });
    return id;
  }

  @Subscription(() => LabelCheck, {
    subscribe: ({ args, context }) => watchLabelCheck(context as Context, args.id as string),
    description: 'The check now, then after each change, until it ends.',
  })
  labelCheckChanged(
    @Root() check: LabelCheck,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): LabelCheck {
    return check;
  }

  @FieldResolver()
  async progress(
    @Root() { id }: LabelCheck,
    @Ctx() { loaders }: Context,
  ): Promise<LabelCheckProgress | null> {
    return (await loaders.task.load(id))?.progress as unknown as LabelCheckProgress | null;
  }

  @FieldResolver()
  async failure(@Root() { id }: LabelCheck, @Ctx() { loaders }: Context): Promise<Failure | null> {
    return failureOfRow(await loaders.task.load(id));
  }

  @FieldResolver(() => LabelCheckReport, { nullable: true, description: 'What was found, once done.' })
  async report(
    @Root() { report, versionId }: LabelCheck,
    @Ctx() { loaders }: Context,
  ): Promise<LabelCheckReport | null> {
    const version = report && (await loaders.version.load(versionId));
    return version && presentReport(report, version.manifest as unknown as PackManifest);
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
    const where = { checkId, ...(kind ? { kind } : {}) };
    const rows = store.prisma.finding;
    return page(
      range,
      {
        where,
        order: { by: 'position', direction: 'asc' },
        find: (window) => rows.findMany(window),
        count: (counted) => rows.count(counted),
        whole: true,
      },
      presentFinding,
    );
  }

  @FieldResolver(() => DataSetVersion, { description: 'What was checked.' })
  async version(@Root() { versionId }: LabelCheck, @Ctx() { loaders }: Context): Promise<DataSetVersion> {
    return presentVersion((await loaders.version.load(versionId))!);
  }

  @FieldResolver(() => Model, {
    nullable: true,
    description: 'Whose features were judged by; null: the examples themselves.',
  })
  async model(@Root() { modelId }: LabelCheck, @Ctx() { loaders }: Context): Promise<Model | null> {
    const row = modelId ? await loaders.model.load(modelId) : null;
    return row && presentModel(row);
  }
}
