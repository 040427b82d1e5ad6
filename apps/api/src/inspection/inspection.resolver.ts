import { findRow } from '@kshot/store';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { presentFound } from '../schema/present-found.js';
import { failureOf } from '../schema/task-fields.js';
import type { Failure } from '../schema/values.js';
import { watchTask } from '../watch/watch-task.js';
import { InspectUploadInput } from './import-plan.input.js';
import { inspectUpload } from './inspect-upload.js';
import { Inspection, presentInspection } from './inspection.type.js';

@Resolver(() => Inspection)
export class InspectionResolver {
  @Query(() => Inspection, { nullable: true, description: 'One look at an upload.' })
  inspection(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<Inspection | null> {
    return presentFound(findRow(store, 'inspection', id), presentInspection);
  }

  @Mutation(() => Inspection, {
    description: 'Finds out how an uploaded file would be imported, without making a data set of it.',
  })
  inspectUpload(
    @Arg('input', () => InspectUploadInput, { description: 'The file, and choices.' })
    input: InspectUploadInput,
    @Ctx() context: Context,
  ): Promise<Inspection> {
    return inspectUpload(context, input);
  }

  @Subscription(() => Inspection, {
    subscribe: ({ args, context }) =>
      watchTask(context as Context, 'inspection', args.id as string, presentInspection),
    description: 'The inspection now, then after each change, until it is deleted.',
  })
  inspectionChanged(
    @Root() inspection: Inspection,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): Inspection {
    return inspection;
  }

  @FieldResolver()
  failure(@Root() { id }: Inspection, @Ctx() context: Context): Promise<Failure | null> {
    return failureOf(context, id);
  }
}
