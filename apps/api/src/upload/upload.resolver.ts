import { Arg, Ctx, Extensions, Mutation, Resolver } from 'type-graphql';
import { needing } from '../access/needs.js';
import type { Context } from '../context.js';
import { createUpload } from './create-upload.js';
import { CreateUploadInput, Upload } from './upload.type.js';

@Resolver()
export class UploadResolver {
  @Extensions(needing('TRAIN', 'PREDICT'))
  @Mutation(() => Upload, { description: 'Gives a short-lived URL to which a file is PUT.' })
  createUpload(
    @Arg('input', () => CreateUploadInput, { description: 'The file.' }) input: CreateUploadInput,
    @Ctx() context: Context,
  ): Promise<Upload> {
    return createUpload(context, input);
  }
}
