import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { cancelWork, retryWork } from '../schema/end-task.js';
import { DataSetVersion, presentVersion } from '../version/version.type.js';
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

  @Mutation(() => DataSetVersion, {
    description:
      'Stops the import of a version at once, also of one that `editVersion` makes. The version is FAILED; a data set without other versions leaves the lists, and its name is free.',
  })
  async cancelImport(
    @Arg('versionId', () => ID, { description: 'The version.' }) versionId: string,
    @Ctx() context: Context,
  ): Promise<DataSetVersion> {
    return presentVersion(await cancelWork(context, 'dataSetVersion', versionId));
  }

  @Mutation(() => DataSetVersion, {
    description:
      'Queues a failed or cancelled import again, with the same file and plan. Its data set is listed again; CONFLICT where another one has its name by now.',
  })
  async retryImport(
    @Arg('versionId', () => ID, { description: 'The version.' }) versionId: string,
    @Ctx() context: Context,
  ): Promise<DataSetVersion> {
    return presentVersion(await retryWork(context, 'dataSetVersion', versionId));
  }
}
