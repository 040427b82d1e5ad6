import { FieldResolver, Resolver, Root } from 'type-graphql';
import { ComparedHead, comparedHeads } from './compared-head.type.js';
import { Model } from './model.type.js';
import { probabilityText } from './probability-text.js';

@Resolver(() => Model)
export class HeadChoiceResolver {
  @FieldResolver(() => [ComparedHead], {
    description: 'The heads that its own was chosen among; empty where none were compared.',
  })
  comparedHeads(@Root() { manifest }: Model): ComparedHead[] {
    return comparedHeads(manifest);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'How its probabilities are calibrated, in a sentence; null of networks without a fitted head.',
  })
  probabilityText(@Root() { manifest }: Model): string | null {
    return probabilityText(manifest);
  }
}
