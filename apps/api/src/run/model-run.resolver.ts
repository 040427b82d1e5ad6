import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Model } from '../model/model.type.js';
import { presentFound } from '../schema/present-found.js';
import { presentRun, Run } from './run.type.js';

@Resolver(() => Model)
export class ModelRunResolver {
  @FieldResolver(() => Run, { nullable: true, description: 'What trained it.' })
  run(@Root() { runId }: Model, @Ctx() { loaders }: Context): Promise<Run | null> {
    return presentFound(runId ? loaders.run.load(runId) : null, presentRun);
  }
}
