import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Model } from '../model/model.type.js';
import { modelUsage } from './model-usage.js';
import { ModelUsage } from './usage.type.js';

@Resolver(() => Model)
export class UsageResolver {
  @FieldResolver(() => ModelUsage, {
    description:
      'How often it was asked, how fast it answered and what: by GraphQL, /v1, its shared page and files. Kept by the hour for 90 days; inputs are kept only where `keepInputs` is on.',
  })
  usage(
    @Root() model: Model,
    @Arg('hours', () => Int, {
      defaultValue: 168,
      description: 'Of how many hours, the present one included; at most 2160.',
    })
    hours: number,
    @Ctx() context: Context,
  ): Promise<ModelUsage> {
    return modelUsage(context, model, hours);
  }
}
