import { Arg, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { MetricBatch } from './metric.type.js';
import { watchMetrics } from './watch-metrics.js';

@Resolver()
export class MetricResolver {
  @Subscription(() => MetricBatch, {
    subscribe: ({ args, context }) =>
      watchMetrics(context as Context, args.runId as string, args.after as number),
    description:
      'What was recorded after step `after`, then what comes: each step once, in order. Ends with the run.',
  })
  runMetrics(
    @Root() batch: MetricBatch,
    @Arg('runId', () => ID, { description: 'The run.' }) _runId: string,
    @Arg('after', () => Int, { defaultValue: 0, description: 'The last step that you have.' }) _after: number,
  ): MetricBatch {
    return batch;
  }
}
