import { limits } from '@kshot/domain';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Example, presentExample } from '../example/example.type.js';
import { Class } from './class.type.js';

@Resolver(() => Class)
export class ClassResolver {
  @FieldResolver(() => [Example], { description: 'Its first examples.' })
  async examples(
    @Root() { versionId, index }: Class,
    @Arg('first', () => Int, { defaultValue: 8, description: 'How many, at most 100.' }) first: number,
    @Ctx() { store }: Context,
  ): Promise<Example[]> {
    const take = Math.max(0, Math.min(first, limits.pageSize));
    const rows = await store.prisma.example.findMany({
      where: { versionId, classIndex: index },
      orderBy: { index: 'asc' },
      take,
    });
    return rows.map(presentExample);
  }
}
