import { findRows } from '@kshot/store';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { DataSet } from '../data-set/data-set.type.js';
import { stillThere } from '../schema/still-there.js';
import { DataSetVersion, presentVersion } from './version.type.js';

@Resolver(() => DataSet)
export class DataSetVersionsResolver {
  @FieldResolver(() => DataSetVersion, {
    description: 'The newest version that did not fail; the newest where all failed.',
  })
  async latest(@Root() { id }: DataSet, @Ctx() { loaders }: Context): Promise<DataSetVersion> {
    return presentVersion(stillThere(await loaders.latest.load(id)));
  }

  @FieldResolver(() => [DataSetVersion], {
    description: 'Versions that did not fail, newest first; the failed ones where all failed.',
  })
  async versions(@Root() { id }: DataSet, @Ctx() { store }: Context): Promise<DataSetVersion[]> {
    const rows = await findRows(
      store,
      'dataSetVersion',
      { dataSetId: id },
      { by: 'number', direction: 'desc' },
    );
    const well = rows.filter(({ status }) => status !== 'FAILED');
    return (well.length > 0 ? well : rows).map(presentVersion);
  }
}
