import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { isId } from '../schema/find.js';
import { type Failure, failureOfRow } from '../schema/values.js';
import { InspectUploadInput } from './import-plan.input.js';
import { inspectUpload } from './inspect-upload.js';
import { Inspection, presentInspection } from './inspection.type.js';
import { watchInspection } from './watch-inspection.js';

@Resolver(() => Inspection)
export class InspectionResolver {
  @Query(() => Inspection, { nullable: true, description: 'One look at an upload.' })
  async inspection(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<Inspection | null> {
    const row = isId(id) ? await store.prisma.inspection.findUnique({ where: { id } }) : null;
    return row && presentInspection(row);
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
    subscribe: ({ args, context }) => watchInspection(context as Context, args.id as string),
    description: 'The inspection now, then after each change, until it ends.',
  })
  inspectionChanged(
    @Root() inspection: Inspection,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): Inspection {
    return inspection;
  }

  @FieldResolver()
  async failure(@Root() { id }: Inspection, @Ctx() { loaders }: Context): Promise<Failure | null> {
    return failureOfRow(await loaders.task.load(id));
  }
}
