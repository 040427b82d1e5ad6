import { findRows, listClasses } from '@kshot/store';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Class, ClassConnection, presentClass } from '../class/class.type.js';
import type { Context } from '../context.js';
import { DataSet, presentDataSet } from '../data-set/data-set.type.js';
import { type Example, ExampleConnection } from '../example/example.type.js';
import { type Page, page } from '../schema/connection.js';
import { PageArgs } from '../schema/page-args.js';
import { presentFound } from '../schema/present-found.js';
import { stillThere } from '../schema/still-there.js';
import { failureOf, progressOf } from '../schema/task-fields.js';
import type { Failure } from '../schema/values.js';
import { presentSplit, Split } from '../split/split.type.js';
import { watchTasks } from '../watch/watch-tasks.js';
import { listExamples } from './list-examples.js';
import { DataSetVersion, ExampleFilter, presentVersion } from './version.type.js';

/** Versions have no state of their own for it. */
const cancelled: Failure = {
  code: 'CANCELLED',
  message: 'The import was cancelled. Retry it, or import another file.',
};

@Resolver(() => DataSetVersion)
export class VersionResolver {
  @Query(() => DataSetVersion, { nullable: true, description: 'One version.' })
  dataSetVersion(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<DataSetVersion | null> {
    return presentFound(loaders.version.load(id), presentVersion);
  }

  @Subscription(() => DataSetVersion, {
    subscribe: ({ args, context }) =>
      watchTasks(context as Context, 'dataSetVersion', args.id as string | undefined, presentVersion),
    description:
      'The version now, then after each change of its import, a retry included, until it is deleted. Without an id: the changes of every import.',
  })
  versionChanged(
    @Root() version: DataSetVersion,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) _id?: string,
  ): DataSetVersion {
    return version;
  }

  @FieldResolver()
  async progress(@Root() { id, status }: DataSetVersion, @Ctx() context: Context): Promise<number> {
    return status === 'READY' ? 1 : ((await progressOf(context, 'import', id)) ?? 0);
  }

  @FieldResolver()
  async failure(@Root() { id, status }: DataSetVersion, @Ctx() context: Context): Promise<Failure | null> {
    if (status !== 'FAILED') return null;
    const task = await context.loaders.task.load(id);
    return task?.status === 'CANCELLED' ? cancelled : failureOf(context, id);
  }

  @FieldResolver(() => DataSet, { description: 'The data set it is a version of.' })
  async dataSet(@Root() { dataSetId }: DataSetVersion, @Ctx() { loaders }: Context): Promise<DataSet> {
    return presentDataSet(stillThere(await loaders.dataSet.load(dataSetId)));
  }

  @FieldResolver(() => DataSetVersion, {
    nullable: true,
    description: 'The version that this one was made of by `editVersion` or `restoreVersion`.',
  })
  parent(@Root() { parentId }: DataSetVersion, @Ctx() { loaders }: Context): Promise<DataSetVersion | null> {
    return presentFound(parentId ? loaders.version.load(parentId) : null, presentVersion);
  }

  @FieldResolver(() => [Split], { description: 'Its divisions into parts.' })
  async splits(@Root() { id }: DataSetVersion, @Ctx() { store }: Context): Promise<Split[]> {
    return (await findRows(store, 'split', { versionId: id }, { by: 'id' })).map(presentSplit);
  }

  @FieldResolver(() => ClassConnection, { description: 'Its classes, in order.' })
  classes(
    @Root() { id: versionId }: DataSetVersion,
    @Args(() => PageArgs) range: PageArgs,
    @Arg('search', () => String, { nullable: true, description: 'Part of the name.' }) search:
      | string
      | undefined,
    @Ctx() { store, loaders }: Context,
  ): Promise<Page<Class>> {
    return page(
      listClasses(store, range, { versionId, search }, (first) =>
        loaders.firstClasses.load({ versionId, first }),
      ),
      presentClass,
    );
  }

  @FieldResolver(() => ExampleConnection, { description: 'Its examples, in order.' })
  examples(
    @Root() version: DataSetVersion,
    @Args(() => PageArgs) range: PageArgs,
    @Arg('filter', () => ExampleFilter, { nullable: true, description: 'Which ones.' }) filter:
      | ExampleFilter
      | undefined,
    @Arg('skip', () => Int, {
      defaultValue: 0,
      description: 'Examples to pass over first, for lists that one jumps in.',
    })
    skip: number,
    @Ctx() context: Context,
  ): Promise<Page<Example>> {
    return listExamples(context, version, { ...range, skip }, filter ?? undefined);
  }
}
