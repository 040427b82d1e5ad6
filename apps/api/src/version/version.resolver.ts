import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Class, ClassConnection, presentClass } from '../class/class.type.js';
import type { Context } from '../context.js';
import { DataSet, presentDataSet } from '../data-set/data-set.type.js';
import { type Example, ExampleConnection } from '../example/example.type.js';
import { type Page, page } from '../schema/connection.js';
import { contains } from '../schema/contains.js';
import { isId } from '../schema/find.js';
import { PageArgs } from '../schema/page-args.js';
import { type Failure, failureOfRow } from '../schema/values.js';
import { presentSplit, Split } from '../split/split.type.js';
import { listExamples } from './list-examples.js';
import { DataSetVersion, ExampleFilter, presentVersion } from './version.type.js';
import { watchVersion } from './watch-version.js';

@Resolver(() => DataSetVersion)
export class VersionResolver {
  @Query(() => DataSetVersion, { nullable: true, description: 'One version.' })
  async dataSetVersion(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<DataSetVersion | null> {
    const row = isId(id) ? await loaders.version.load(id) : null;
    return row && presentVersion(row);
  }

  @Subscription(() => DataSetVersion, {
    subscribe: ({ args, context }) => watchVersion(context as Context, args.id as string),
    description: 'The version now, then after each change of its import.',
  })
  versionChanged(
    @Root() version: DataSetVersion,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): DataSetVersion {
    return version;
  }

  @FieldResolver()
  async progress(@Root() { id, status }: DataSetVersion, @Ctx() { loaders }: Context): Promise<number> {
    return status === 'READY' ? 1 : Number((await loaders.task.load(id))?.progress ?? 0);
  }

  @FieldResolver()
  async failure(@Root() { id }: DataSetVersion, @Ctx() { loaders }: Context): Promise<Failure | null> {
    return failureOfRow(await loaders.task.load(id));
  }

  @FieldResolver(() => DataSet, { description: 'The data set it is a version of.' })
  async dataSet(@Root() { dataSetId }: DataSetVersion, @Ctx() { loaders }: Context): Promise<DataSet> {
    return presentDataSet((await loaders.dataSet.load(dataSetId))!);
  }

  @FieldResolver(() => DataSetVersion, {
    nullable: true,
    description: 'The version that this one was made of by `editVersion` or `restoreVersion`.',
  })
  async parent(
    @Root() { parentId }: DataSetVersion,
    @Ctx() { loaders }: Context,
  ): Promise<DataSetVersion | null> {
    const row = parentId ? await loaders.version.load(parentId) : null;
    return row && presentVersion(row);
  }

  @FieldResolver(() => [Split], { description: 'Its divisions into parts.' })
  async splits(@Root() { id }: DataSetVersion, @Ctx() { store }: Context): Promise<Split[]> {
    return (await store.prisma.split.findMany({ where: { versionId: id }, orderBy: { id: 'asc' } })).map(
      presentSplit,
    );
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
    const where = { versionId, ...(search ? { name: contains(search) } : {}) };
    const rows = store.prisma.class;
    const isFirst = !search && !range.after;
    return page(
      range,
      {
        where,
        order: { by: 'index', direction: 'asc' },
        find: (window) =>
          isFirst ? loaders.firstClasses.load({ versionId, first: window.take }) : rows.findMany(window),
        count: (counted) => rows.count(counted),
        whole: true,
      },
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
