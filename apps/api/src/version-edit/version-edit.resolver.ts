import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { DataSetVersion } from '../version/version.type.js';
import { compareVersions } from './compare-versions.js';
import { VersionComparison } from './comparison.type.js';
import { EditVersionInput, RestoreVersionInput } from './edit-version.input.js';
import { editVersion } from './edit-version.js';
import { restoreVersion } from './restore-version.js';

@Resolver()
export class VersionEditResolver {
  @Mutation(() => DataSetVersion, {
    description:
      'Makes the next version of a data set by changes to the newest one, whose content it shares. Classes are renamed, merged and removed first, then examples are relabelled, removed and added. A class without examples goes. CONFLICT where a newer version exists.',
  })
  editVersion(
    @Arg('input', () => EditVersionInput, { description: 'Version and changes.' }) input: EditVersionInput,
    @Ctx() context: Context,
  ): Promise<DataSetVersion> {
    return editVersion(context, input);
  }

  @Mutation(() => DataSetVersion, {
    description: 'Makes a new version that is equal to an older one; its hash is the same.',
  })
  restoreVersion(
    @Arg('input', () => RestoreVersionInput, { description: 'The older version.' })
    input: RestoreVersionInput,
    @Ctx() context: Context,
  ): Promise<DataSetVersion> {
    return restoreVersion(context, input);
  }

  @Query(() => VersionComparison, {
    description:
      'What was added, removed and relabelled between two versions of a data set. Examples are the same when their content is.',
  })
  compareVersions(
    @Arg('fromId', () => ID, { description: 'The earlier version.' }) fromId: string,
    @Arg('toId', () => ID, { description: 'The later version.' }) toId: string,
    @Ctx() context: Context,
  ): Promise<VersionComparison> {
    return compareVersions(context, fromId, toId);
  }
}
