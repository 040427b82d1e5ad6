import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Person, PersonUse } from './access.type.js';

@Resolver(() => Person)
export class PersonUseResolver {
  @FieldResolver(() => PersonUse, { description: 'What they have in use now, beside their limits.' })
  use(@Root() { id }: Person, @Ctx() { loaders }: Context): Promise<PersonUse> {
    return loaders.personUse.load(id);
  }
}
