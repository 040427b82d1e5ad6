import { Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { Deletion } from './deletion.type.js';
import { watchDeletions } from './watch-deletions.js';

@Resolver(() => Deletion)
export class DeletionResolver {
  @Subscription(() => Deletion, {
    subscribe: ({ context }) => watchDeletions(context as Context),
    description: 'What is deleted from now on, so that lists can follow.',
  })
  deleted(@Root() deletion: Deletion): Deletion {
    return deletion;
  }
}
