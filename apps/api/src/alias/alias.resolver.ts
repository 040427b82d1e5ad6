import { rollBackAlias, setAlias } from '@kshot/store';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Model, presentModel } from '../model/model.type.js';
import { assertServed } from '../predict/served-model.js';
import { type Page, page } from '../schema/connection.js';
import { found, isId } from '../schema/find.js';
import { PageArgs } from '../schema/page-args.js';
import { Alias, AliasConnection, AliasMove, presentAlias, SetAliasInput } from './alias.type.js';
import { assertName } from './assert-name.js';

const MOST_MOVES = 100;

const rowOf = ({ store }: Context, id: string) =>
  found('alias', id, (key) => store.prisma.alias.findUnique({ where: { id: key } }));

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
    const where = modelId && isId(modelId) ? { modelId } : {};
    const rows = store.prisma.alias;
    return page(
      range,
      {
        where,
        order: { by: 'name', direction: 'asc' },
        find: (window) => rows.findMany(window),
        count: (counted) => rows.count(counted),
      },
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
    @Ctx() context: Context,
  ): Promise<Alias> {
    assertName('name', name);
    assertName('alias', alias);
    const { prisma, pool } = context.store;
    assertServed(await found('model', modelId, (id) => prisma.model.findUnique({ where: { id } })));
    return presentAlias(await rowOf(context, await setAlias(pool, { name, alias, modelId })));
  }

  @Mutation(() => Alias, { description: 'Points an alias to the model that it pointed to before.' })
  async rollBackAlias(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Alias> {
    await rowOf(context, id);
    await rollBackAlias(context.store.pool, id);
    return presentAlias(await rowOf(context, id));
  }

  @Mutation(() => Alias, {
    description:
      'Lets anybody who can reach the dashboard ask the model that an alias points to, one input at a time, on the page /m/NAME; off by default. It stays so when the alias moves.',
  })
  async shareAlias(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('shared', () => Boolean, { description: 'Whether its page answers without the access token.' })
    shared: boolean,
    @Ctx() context: Context,
  ): Promise<Alias> {
    await rowOf(context, id);
    return presentAlias(await context.store.prisma.alias.update({ where: { id }, data: { shared } }));
  }

  @Mutation(() => ID, { description: 'Deletes an alias; its model stays. Gives its id.' })
  async deleteAlias(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    await rowOf(context, id);
    await context.store.prisma.alias.delete({ where: { id } });
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
    return store.prisma.aliasMove.findMany({ where: { aliasId }, orderBy: { id: 'desc' }, take: MOST_MOVES });
  }
}
