import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import type { Page } from '../schema/connection.js';
import { ModalityEnum } from '../schema/enums.js';
import { PageArgs } from '../schema/page-args.js';
import { presentFound } from '../schema/present-found.js';
import { stillThere } from '../schema/still-there.js';
import { DataSet, DataSetConnection, DataSetFilter, DataSetSort, presentDataSet } from './data-set.type.js';
import { deleteDataSet } from './delete-data-set.js';
import { listDataSets } from './list-data-sets.js';

@Resolver(() => DataSet)
export class DataSetResolver {
  @Query(() => DataSetConnection, { description: 'All data sets, newest first.' })
  dataSets(
    @Args(() => PageArgs) range: PageArgs,
    @Arg('filter', () => DataSetFilter, { nullable: true, description: 'Which ones.' }) filter:
      | DataSetFilter
      | undefined,
    @Arg('sort', () => DataSetSort, { nullable: true, description: 'In which order.' }) sort:
      | DataSetSort
      | undefined,
    @Ctx() context: Context,
  ): Promise<Page<DataSet>> {
    return listDataSets(context, range, filter ?? undefined, sort ?? undefined);
  }

  @Query(() => DataSet, { nullable: true, description: 'One data set.' })
  dataSet(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<DataSet | null> {
    return presentFound(loaders.dataSet.load(id), presentDataSet);
  }

  @Mutation(() => ID, { description: 'Deletes a data set that no run stands on; gives its id.' })
  deleteDataSet(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return deleteDataSet(context, id);
  }

  @FieldResolver(() => ModalityEnum, {
    nullable: true,
    description: 'What the examples are; null until the first import is done.',
  })
  async modality(@Root() { id }: DataSet, @Ctx() { loaders }: Context): Promise<string | null> {
    return stillThere(await loaders.latest.load(id)).modality;
  }
}
