import { findRows } from '@kshot/store';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { failureOf, progressOf } from '../schema/task-fields.js';
import type { Failure } from '../schema/values.js';
import { Attempt, type Environment, presentAttempt, Run, type RunProgress } from './run.type.js';

/** What the task of a run knows of it. */
@Resolver(() => Run)
export class RunTaskResolver {
  @FieldResolver()
  async cancelRequested(@Root() { id }: Run, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.task.load(id))?.cancelRequested ?? false;
  }

  @FieldResolver()
  progress(@Root() { id }: Run, @Ctx() context: Context): Promise<RunProgress | null> {
    return progressOf(context, 'run', id);
  }

  @FieldResolver()
  async environment(@Root() { id }: Run, @Ctx() { loaders }: Context): Promise<Environment | null> {
    return (await loaders.task.load(id))?.environment ?? null;
  }

  @FieldResolver()
  failure(@Root() { id }: Run, @Ctx() context: Context): Promise<Failure | null> {
    return failureOf(context, id);
  }

  @FieldResolver(() => [Attempt], { description: 'Its tries, first to last.' })
  async attempts(@Root() { id }: Run, @Ctx() { store, loaders }: Context): Promise<Attempt[]> {
    const task = await loaders.task.load(id);
    const rows = task ? await findRows(store, 'attempt', { taskId: task.id }, { by: 'number' }) : [];
    return rows.map(presentAttempt);
  }
}
