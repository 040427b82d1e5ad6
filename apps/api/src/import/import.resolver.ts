import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { DataSetVersion } from '../version/version.type.js';
import { ImportDataSetInput } from './import-data-set.input.js';
import { importDataSet } from './import-data-set.js';

@Resolver()
export class ImportResolver {
  @Mutation(() => DataSetVersion, {
    description:
      'Makes a data set, or a version of one, from an uploaded archive of pictures or texts, or a table.',
  })
  importDataSet(
    @Arg('input', () => ImportDataSetInput, { description: 'The file, and how to read it.' })
    input: ImportDataSetInput,
    @Ctx() context: Context,
  ): Promise<DataSetVersion> {
    return importDataSet(context, input);
  }
}
