import { deleteRow, findRows, getRow, listBy, ofRow, rollBackAlias, setAlias } from '@kshot/store';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Model, presentModel } from '../model/model.type.js';
import { assertServed } from '../predict/served-model.js';
import { OnlyProject } from '../project/in-project.input.js';
import { placeOf } from '../project/place-of.js';
import { shownOf } from '../project/shown-project.js';
import { type Page, page } from '../schema/connection.js';
import { PageArgs } from '../schema/page-args.js';
import { stillThere } from '../schema/still-there.js';
import { Alias, AliasConnection, AliasMove, presentAlias, SetAliasInput } from './alias.type.js';
import { assertName } from './assert-name.js';
import { shareAlias } from './share-alias.js';

const MOST_MOVES = 100;

@Resolver(() => Alias)
export class AliasResolver {
  @Query(() => AliasConnection, { description: 'Names that models are served by.' })
  async aliases(
    @Args(() => PageArgs) range: PageArgs,
    @Arg('modelId', () => ID, { nullable: true, description: 'Of this model only.' }) modelId:
      | string
      | undefined,
    @OnlyProject() projectId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Page<Alias>> {
    const where = await shownOf(context, ofRow('model', 'modelId', modelId), projectId);
    return page(
      listBy(context.store, 'alias', range, where, {
        by: 'name',
        direction: 'asc',
      }),
      presentAlias,
    );
  }

  @Mutation(() => Alias, {
    description: 'Points an alias to a model, at once for all callers; made where it is missing.',
  })
  async setAlias(
    @Arg('input', () => SetAliasInput, { description: 'Alias and model.' }) {
      name,
      alias,
      modelId,
      projectId: asked,
    }: SetAliasInput,
    @Ctx() context: Context,
  ): Promise<Alias> {
    assertName('name', name);
    assertName('alias', alias);
    const { store } = context;
    const model = await getRow(store, 'model', modelId);
    assertServed(model);
    const { projectId } = await placeOf(context, [model], asked);
    const id = await setAlias(store.pool, { name, alias, modelId, projectId });
    return presentAlias(await getRow(store, 'alias', id));
  }

  @Mutation(() => Alias, { description: 'Points an alias to the model that it pointed to before.' })
  async rollBackAlias(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('fromModelId', () => ID, {
      nullable: true,
      description:
        'The model that it is to be taken back from: CONFLICT where it points elsewhere meanwhile.',
    })
    fromModelId: string | undefined,
    @Ctx() { store }: Context,
  ): Promise<Alias> {
    await getRow(store, 'alias', id);
    await rollBackAlias(store.pool, id, fromModelId);
    return presentAlias(await getRow(store, 'alias', id));
  }

  @Mutation(() => Alias, {
    description:
      'Lets anybody who can reach the dashboard ask the model that an alias points to, one input at a time, on the page /m/NAME; off by default. It stays so when the alias moves.',
  })
  async shareAlias(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('shared', () => Boolean, { description: 'Whether its page answers without the access token.' })
    shared: boolean,
    @Ctx() { store }: Context,
  ): Promise<Alias> {
    return presentAlias(await shareAlias(store, id, shared));
  }

  @Mutation(() => ID, { description: 'Deletes an alias; its model stays. Gives its id.' })
  async deleteAlias(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<string> {
    await getRow(store, 'alias', id);
    await deleteRow(store.pool, 'alias', id);
    return id;
  }

  @FieldResolver(() => Model, { description: 'What it points to.' })
  async model(@Root() { modelId }: Alias, @Ctx() { loaders }: Context): Promise<Model> {
    return presentModel(stillThere(await loaders.model.load(modelId)));
  }

  @FieldResolver(() => [AliasMove], {
    description: 'The last 100 models that it was pointed to, newest first.',
  })
  history(@Root() { id: aliasId }: Alias, @Ctx() { store }: Context): Promise<AliasMove[]> {
    return findRows(store, 'aliasMove', { aliasId }, { by: 'id', direction: 'desc', take: MOST_MOVES });
  }
}
