import { isId } from '@kshot/domain';
import { deleteRow, findRows, getRow, listBy, rollBackAlias, setAlias, updateRow } from '@kshot/store';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Model, presentModel } from '../model/model.type.js';
import { assertServed } from '../predict/served-model.js';
import { type Page, page } from '../schema/connection.js';
import { PageArgs } from '../schema/page-args.js';
import { Alias, AliasConnection, AliasMove, presentAlias, SetAliasInput } from './alias.type.js';
import { assertName } from './assert-name.js';

const MOST_MOVES = 100;

@Resolver(() => Alias)
export class AliasResolver {
  @Query(() => AliasConnection, { description: 'Names that models are served by.' })
  aliases(
    @Args(() => PageArgs) range: PageArgs,
    @Arg('modelId', () => ID, { nullable: true, description: 'Of this model only.' }) modelId:
      | string
      | undefined,
    @Ctx() { store }: Context,
  ): Promise<Page<Alias>> {
    return page(
      listBy(store, 'alias', range, modelId && isId(modelId) ? { modelId } : {}, {
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
    }: SetAliasInput,
    @Ctx() { store }: Context,
  ): Promise<Alias> {
    assertName('name', name);
    assertName('alias', alias);
    assertServed(await getRow(store, 'model', modelId));
    return presentAlias(await getRow(store, 'alias', await setAlias(store.pool, { name, alias, modelId })));
  }

  @Mutation(() => Alias, { description: 'Points an alias to the model that it pointed to before.' })
  async rollBackAlias(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<Alias> {
    await getRow(store, 'alias', id);
    await rollBackAlias(store.pool, id);
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
    return presentAlias(await updateRow(store, 'alias', id, { shared }));
  }

  @Mutation(() => ID, { description: 'Deletes an alias; its model stays. Gives its id.' })
  async deleteAlias(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<string> {
    await deleteRow(store.pool, 'alias', id);
    return id;
  }

  @FieldResolver(() => Model, { description: 'What it points to.' })
  async model(@Root() { modelId }: Alias, @Ctx() { loaders }: Context): Promise<Model> {
    return presentModel((await loaders.model.load(modelId))!);
  }

  @FieldResolver(() => [AliasMove], {
    description: 'The last 100 models that it was pointed to, newest first.',
  })
  history(@Root() { id: aliasId }: Alias, @Ctx() { store }: Context): Promise<AliasMove[]> {
    return findRows(store, 'aliasMove', { aliasId }, { by: 'id', direction: 'desc', take: MOST_MOVES });
  }
}
