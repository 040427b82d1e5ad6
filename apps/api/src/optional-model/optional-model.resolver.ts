import { findRows, optionalModels } from '@kshot/store';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { commandToAdd } from './command-to-add.js';
import { OptionalModel } from './optional-model.type.js';

@Resolver()
export class OptionalModelResolver {
  @Query(() => [OptionalModel], {
    description: 'Models that do not ship with Kshot and can be added by name.',
  })
  async optionalModels(@Ctx() { store, projectId }: Context): Promise<OptionalModel[]> {
    const names = optionalModels.map(({ name }) => name);
    const known = (await findRows(store, 'model', { name: names })).filter(
      (model) => model.shipped || model.projectId === projectId,
    );
    return optionalModels.map(({ name, for: purpose, licence, source, bytes }) => {
      const added = known.some((model) => model.name === name);
      return { name, purpose, licence, source, bytes, command: commandToAdd(name), added };
    });
  }
}
