import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { createUpload } from './create-upload.js';
import { CreateUploadInput, Upload } from './upload.type.js';

@Resolver()
export class UploadResolver {
  @Mutation(() => Upload, { description: 'Gives a short-lived URL to which a file is PUT.' })
  createUpload(
    @Arg('input', () => CreateUploadInput, { description: 'The file.' }) input: CreateUploadInput,
    @Ctx() context: Context,
  ): Promise<Upload> {
    return createUpload(context, input);
  }
}
