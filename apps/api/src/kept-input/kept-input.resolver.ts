import { getRow, listKeptInputs } from '@kshot/store';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Cell } from '../example/example.type.js';
import { address } from '../http/address.js';
import { Model } from '../model/model.type.js';
import { type Page, page } from '../schema/connection.js';
import { PageArgs } from '../schema/page-args.js';
import { DataSetVersion } from '../version/version.type.js';
import { addInputsToDataSet } from './add-inputs-to-data-set.js';
import { inputOf } from './input-of.js';
import {
  AddInputsToDataSetInput,
  InputReview,
  KeptInput,
  KeptInputConnection,
  KeptInputFilter,
  type KeptInputOrder,
  KeptInputOrderEnum,
  presentKeptInput,
  TeachInputsInput,
} from './kept-input.type.js';
import { discardInputs, reviewInputs } from './review-inputs.js';
import { keepInputs, stopKeepingInputs } from './switch-keeping.js';
import { teachInputs } from './teach-inputs.js';

const orders = {
  LEAST_SURE: { by: 'confidence', direction: 'asc' },
  NEWEST: { by: 'createdAt', direction: 'desc' },
} as const;

@Resolver(() => KeptInput)
export class KeptInputResolver {
  @Query(() => KeptInputConnection, {
    description: 'A sample of what a model was asked, kept while `keepInputs` is on, to be reviewed.',
  })
  async keptInputs(
    @Arg('modelId', () => ID, { description: 'The model.' }) modelId: string,
    @Args(() => PageArgs) range: PageArgs,
    @Arg('filter', () => KeptInputFilter, { nullable: true, description: 'Which ones.' })
    filter: KeptInputFilter | undefined,
    @Arg('order', () => KeptInputOrderEnum, { defaultValue: 'LEAST_SURE', description: 'In which order.' })
    order: KeptInputOrder,
    @Ctx() { store, inputs }: Context,
  ): Promise<Page<KeptInput>> {
    const { id } = await getRow(store, 'model', modelId);
    await inputs.flush();
    return page(listKeptInputs(store, range, id, filter ?? {}, orders[order]), presentKeptInput);
  }

  @Mutation(() => Model, {
    description:
      'Lets a model keep a sample of what it is asked by GraphQL, /v1, its shared page and files, examples of data sets aside: at most 200 inputs and 128 MiB until they are reviewed, unsure answers and new ones more often, for the days of `System.kept`. Its shared page says so. Models that came with Kshot keep none. Taught models take the switch over.',
  })
  keepInputs(
    @Arg('modelId', () => ID, { description: 'The model.' }) modelId: string,
    @Ctx() context: Context,
  ): Promise<Model> {
    return keepInputs(context, modelId);
  }

  @Mutation(() => Model, { description: 'Lets a model keep no more inputs.' })
  stopKeepingInputs(
    @Arg('modelId', () => ID, { description: 'The model.' }) modelId: string,
    @Arg('deleteKept', () => Boolean, {
      defaultValue: false,
      description: 'Whether those that are kept are deleted, reviewed ones too.',
    })
    deleteKept: boolean,
    @Ctx() context: Context,
  ): Promise<Model> {
    return stopKeepingInputs(context, modelId, deleteKept);
  }

  @Mutation(() => [KeptInput], {
    description: 'Says which class kept inputs have: the one that was answered, another, or a new one.',
  })
  reviewInputs(
    @Arg('modelId', () => ID, { description: 'The model that was asked.' }) modelId: string,
    @Arg('reviews', () => [InputReview], { description: 'One to a hundred.' }) reviews: InputReview[],
    @Ctx() context: Context,
  ): Promise<KeptInput[]> {
    return reviewInputs(context, modelId, reviews);
  }

  @Mutation(() => [ID], { description: 'Deletes kept inputs; gives their ids.' })
  discardInputs(
    @Arg('modelId', () => ID, { description: 'The model that was asked.' }) modelId: string,
    @Arg('ids', () => [ID], { description: 'One to a hundred.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<string[]> {
    return discardInputs(context, modelId, ids);
  }

  @Mutation(() => Model, {
    description:
      'Teaches a model inputs that were reviewed, as `teach` does: the taught model is a new one, aliases move to it at once, and all that is kept goes along to it.',
  })
  teachInputs(
    @Arg('input', () => TeachInputsInput, { description: 'Model and inputs.' }) input: TeachInputsInput,
    @Ctx() context: Context,
  ): Promise<Model> {
    return teachInputs(context, input);
  }

  @Mutation(() => DataSetVersion, {
    description: 'Adds inputs that were reviewed to a data set, as `editVersion` does: watch versionChanged.',
  })
  addInputsToDataSet(
    @Arg('input', () => AddInputsToDataSetInput, { description: 'Model, inputs and data set.' })
    input: AddInputsToDataSetInput,
    @Ctx() context: Context,
  ): Promise<DataSetVersion> {
    return addInputsToDataSet(context, input);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "PNG of at most 448 pixels a side, relative to the API's origin; of pictures only.",
  })
  async imageUrl(@Root() { id, modelId }: KeptInput, @Ctx() { loaders }: Context): Promise<string | null> {
    const model = await loaders.model.load(modelId);
    return model?.modality === 'IMAGE' ? address(`/files/kept-inputs/${id}.png`) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Of texts only.' })
  async text(@Root() kept: KeptInput, @Ctx() context: Context): Promise<string | null> {
    const input = await inputOf(context, kept, 'TEXT');
    return input && 'text' in input ? input.text : null;
  }

  @FieldResolver(() => [Cell], { nullable: true, description: 'Of tables only.' })
  async row(@Root() kept: KeptInput, @Ctx() context: Context): Promise<readonly Cell[] | null> {
    const input = await inputOf(context, kept, 'TABLE');
    return input && 'row' in input ? input.row : null;
  }
}
