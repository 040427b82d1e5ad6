import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Class, presentClass } from '../class/class.type.js';
import type { Context } from '../context.js';
import { Example, presentExample } from '../example/example.type.js';
import { stillThere } from '../schema/still-there.js';
import { Finding } from './label-check.type.js';

@Resolver(() => Finding)
export class FindingResolver {
  @FieldResolver(() => Example, { description: 'The example, with the label that it carries as its class.' })
  async example(@Root() { checkId, exampleIndex }: Finding, @Ctx() { loaders }: Context): Promise<Example> {
    return presentExample(stillThere(await loaders.checkedExample.load({ checkId, index: exampleIndex })));
  }

  @FieldResolver(() => Example, {
    nullable: true,
    description: 'Its copy: the example to keep of a set of copies.',
  })
  async copy(@Root() { checkId, otherIndex }: Finding, @Ctx() { loaders }: Context): Promise<Example | null> {
    return otherIndex === null
      ? null
      : presentExample(stillThere(await loaders.checkedExample.load({ checkId, index: otherIndex })));
  }

  @FieldResolver(() => Class, {
    nullable: true,
    description: 'The likelier class. Conflicting copies get the same one.',
  })
  async suggested(@Root() finding: Finding, @Ctx() { loaders }: Context): Promise<Class | null> {
    const { checkId, exampleIndex, suggestedClass } = finding;
    if (suggestedClass === null) return null;
    const { versionId } = stillThere(await loaders.checkedExample.load({ checkId, index: exampleIndex }));
    return presentClass(stillThere((await loaders.classes.load(versionId))[suggestedClass]));
  }
}
