import { limits } from '@kshot/domain';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Class } from '../class/class.type.js';
import type { Context } from '../context.js';
import { Example, presentExample } from './example.type.js';

@Resolver(() => Class)
export class ClassExamplesResolver {
  @FieldResolver(() => [Example], { description: 'Its first examples.' })
  async examples(
    @Root() { versionId, index }: Class,
    @Arg('first', () => Int, { defaultValue: 8, description: 'How many, at most 100.' }) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<Example[]> {
    const taken = Math.max(0, Math.min(first, limits.pageSize));
    const rows = await loaders.firstExamples.load({ versionId, classIndex: index, first: taken });
    return rows.map((row) => presentExample(row));
  }
}
