import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Model, presentModel } from '../model/model.type.js';
import { stillThere } from '../schema/still-there.js';
import { ServedVersion } from './served-version.type.js';

@Resolver(() => ServedVersion)
export class ServedVersionResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the name still points to this model.' })
  isServed(@Root() { modelId, currentId }: ServedVersion): boolean {
    return modelId === currentId;
  }

  @FieldResolver(() => Model, { description: 'The model that answers by that name now.' })
  async current(@Root() { currentId }: ServedVersion, @Ctx() { loaders }: Context): Promise<Model> {
    return presentModel(stillThere(await loaders.model.load(currentId)));
  }
}

@Resolver(() => Model)
export class ModelServedResolver {
  @FieldResolver(() => [ServedVersion], { description: 'Names that it answers by, or answered by.' })
  async served(@Root() { id }: Model, @Ctx() { loaders }: Context): Promise<ServedVersion[]> {
    const rows = await loaders.served.load(id);
    return rows.map((row) => Object.assign(new ServedVersion(), row));
  }
}
