import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Model } from '../model/model.type.js';
import { buildSubModel } from './build-sub-model.js';
import { importModel } from './import-model.js';
import { BuildSubModelInput, ImportModelInput } from './sub-model.input.js';

@Resolver()
export class SubModelResolver {
  @Mutation(() => Model, {
    description: 'Lets a meta-model build a classifier of new classes from a few examples.',
  })
  buildSubModel(
    @Arg('input', () => BuildSubModelInput, { description: 'The meta-model and the examples.' })
    input: BuildSubModelInput,
    @Ctx() context: Context,
  ): Promise<Model> {
    return buildSubModel(context, input);
  }

  @Mutation(() => Model, {
    description:
      'Makes a model of an uploaded file of Kshot (.safetensors), Keras (.keras, .h5), TensorFlow.js layers (ZIP) or a Hugging Face encoder (ZIP), without Python.',
  })
  importModel(
    @Arg('input', () => ImportModelInput, { description: 'The file, and what it lacks.' })
    input: ImportModelInput,
    @Ctx() context: Context,
  ): Promise<Model> {
    return importModel(context, input);
  }
}
