import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { type Failure, failureOfRow } from '../schema/values.js';
import { Attempt, type Environment, presentAttempt, Run, type RunProgress } from './run.type.js';

/** What the task of a run knows of it. */
@Resolver(() => Run)
export class RunTaskResolver {
  @FieldResolver()
  async cancelRequested(@Root() { id }: Run, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.task.load(id))?.cancelRequested ?? false;
  }

  @FieldResolver()
  async progress(@Root() { id }: Run, @Ctx() { loaders }: Context): Promise<RunProgress | null> {
    return (await loaders.task.load(id))?.progress as unknown as RunProgress | null;
  }

  @FieldResolver()
  async environment(@Root() { id }: Run, @Ctx() { loaders }: Context): Promise<Environment | null> {
    return (await loaders.task.load(id))?.environment as unknown as Environment | null;
  }

  @FieldResolver()
  async failure(@Root() { id }: Run, @Ctx() { loaders }: Context): Promise<Failure | null> {
    return failureOfRow(await loaders.task.load(id));
  }

  @FieldResolver(() => [Attempt], { description: 'Its tries, first to last.' })
  async attempts(@Root() { id: runId }: Run, @Ctx() { store }: Context): Promise<Attempt[]> {
    return (
      await store.prisma.attempt.findMany({
        where: { task: { kind: 'run', subject: runId } },
        orderBy: { number: 'asc' },
      })
    ).map(presentAttempt);
  }
}
