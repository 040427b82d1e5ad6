import { deleteModel, getOwn, modelTags } from '@kshot/store';
import { Arg, Args, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import type { Page } from '../schema/connection.js';
import { PageArgs } from '../schema/page-args.js';
import { presentFound } from '../schema/present-found.js';
import { CalibrateModelInput } from '../trust/trust.type.js';
import { DataSetVersion, presentVersion } from '../version/version.type.js';
import { calibrateModel } from './calibrate-model.js';
import { listModels } from './list-models.js';
import { Model, ModelConnection, presentModel } from './model.type.js';
import { ModelFilter, ModelSort } from './model-list.type.js';
import { setSureness } from './set-sureness.js';
import { UpdateModelInput, updateModel } from './update-model.js';

@Resolver(() => Model)
export class ModelResolver {
  @Query(() => ModelConnection, { description: 'All models, newest first.' })
  models(
    @Args(() => PageArgs) range: PageArgs,
    @Arg('filter', () => ModelFilter, { nullable: true, description: 'Which ones.' }) filter:
      | ModelFilter
      | undefined,
    @Arg('sort', () => ModelSort, { nullable: true, description: 'In which order.' }) sort:
      | ModelSort
      | undefined,
    @Ctx() context: Context,
  ): Promise<Page<Model>> {
    return listModels(context, range, filter ?? undefined, sort ?? undefined);
  }

  @Query(() => Model, { nullable: true, description: 'One model.' })
  model(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Model | null> {
    return presentFound(loaders.model.load(id), presentModel);
  }

  @Query(() => [String], { description: 'All tags of models that are not archived, in order.' })
  modelTags(@Ctx() { store, projectId }: Context): Promise<string[]> {
    return modelTags(store, projectId);
  }

  @Mutation(() => Model, {
    description: 'Changes the name, tags or note of a model, or archives it; what is left out stays.',
  })
  updateModel(
    @Arg('input', () => UpdateModelInput, { description: 'Model and changes.' }) input: UpdateModelInput,
    @Ctx() context: Context,
  ): Promise<Model> {
    return updateModel(context, input);
  }

  @Mutation(() => ID, {
    description:
      'Deletes a model; gives its id. CONFLICT names aliases that are not in `aliases`, and runs, evaluations, checks, labellings and predictions of files that are waiting or running with it; what has ended keeps its results.',
  })
  async deleteModel(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('aliases', () => [String], {
      defaultValue: [],
      description:
        'All aliases that point to it, such as intents or intents@staging: they are deleted as well.',
    })
    aliases: string[],
    @Ctx() { store }: Context,
  ): Promise<string> {
    await getOwn(store, 'model', id);
    await deleteModel(store.pool, id, aliases);
    return id;
  }

  @Mutation(() => Model, {
    description:
      'Lets a model answer only when sure; what is weaker is noneOfThese, in predictions, files and at its address.',
  })
  setSureness(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('answered', () => Float, {
      nullable: true,
      description:
        'Share of known examples to answer, 0.05…1; null or 1 answers always. See `Model.sureness`.',
    })
    answered: number | null,
    @Ctx() context: Context,
  ): Promise<Model> {
    return setSureness(context, id, answered ?? null);
  }

  @Mutation(() => Model, {
    description:
      'Calibrates prediction sets by examples that the model was not fitted on; a new calibration replaces the old one.',
  })
  calibrateModel(
    @Arg('input', () => CalibrateModelInput, { description: 'Model and examples.' })
    input: CalibrateModelInput,
    @Ctx() context: Context,
  ): Promise<Model> {
    return calibrateModel(context, input);
  }

  @FieldResolver(() => DataSetVersion, { nullable: true, description: 'What it was trained on.' })
  version(@Root() { versionId }: Model, @Ctx() { loaders }: Context): Promise<DataSetVersion | null> {
    return presentFound(versionId ? loaders.version.load(versionId) : null, presentVersion);
  }

  @FieldResolver(() => Model, { nullable: true, description: 'The model that it was made from.' })
  parent(@Root() { parentId }: Model, @Ctx() { loaders }: Context): Promise<Model | null> {
    return presentFound(parentId ? loaders.model.load(parentId) : null, presentModel);
  }
}
