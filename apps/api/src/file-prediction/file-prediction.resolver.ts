import { cancelTasks } from '@kshot/store';
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Context } from '../context.js';
import { Model, presentModel } from '../model/model.type.js';
import { type Page, page } from '../schema/connection.js';
import { assertCancelled, assertEnded } from '../schema/end-task.js';
import { found, isId } from '../schema/find.js';
import { PageArgs } from '../schema/page-args.js';
import { type Failure, failureOfRow } from '../schema/values.js';
import {
  PredictedRowFilter,
  type RowOrder,
  RowOrderEnum,
  StartPredictionInput,
} from './file-prediction.input.js';
import {
  FilePrediction,
  FilePredictionConnection,
  type FilePredictionProgress,
  type PredictedRow,
  PredictedRowConnection,
  presentFilePrediction,
} from './file-prediction.type.js';
import { listRows } from './list-rows.js';
import { startPrediction } from './start-prediction.js';
import { watchPrediction } from './watch-prediction.js';

const rowOf = ({ store }: Context, id: string) =>
  found('prediction', id, (key) => store.prisma.prediction.findUnique({ where: { id: key } }));

@Resolver(() => FilePrediction)
export class FilePredictionResolver {
  @Query(() => FilePrediction, { nullable: true, description: 'One prediction of a file or a version.' })
  async prediction(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<FilePrediction | null> {
    const row = isId(id) ? await store.prisma.prediction.findUnique({ where: { id } }) : null;
    return row && presentFilePrediction(row);
  }

  @Query(() => FilePredictionConnection, { description: 'Predictions of files and versions, newest first.' })
  predictions(
    @Args(() => PageArgs) range: PageArgs,
    @Arg('modelId', () => ID, { nullable: true, description: 'By this model only.' }) modelId:
      | string
      | undefined,
    @Ctx() { store }: Context,
  ): Promise<Page<FilePrediction>> {
    const where = modelId && isId(modelId) ? { modelId } : {};
    const rows = store.prisma.prediction;
    return page(
      range,
      {
        where,
        order: { by: 'createdAt', direction: 'desc' },
        find: (window) => rows.findMany(window),
        count: (counted) => rows.count(counted),
      },
      presentFilePrediction,
    );
  }

  @Mutation(() => FilePrediction, {
    description: 'Predicts all rows of an uploaded file or of a version; watch `predictionChanged`.',
  })
  startPrediction(
    @Arg('input', () => StartPredictionInput, { description: 'Model and file.' }) input: StartPredictionInput,
    @Ctx() context: Context,
  ): Promise<FilePrediction> {
    return startPrediction(context, input);
  }

  @Mutation(() => FilePrediction, { description: 'Stops a prediction at once.' })
  async cancelPrediction(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<FilePrediction> {
    const { status } = await rowOf(context, id);
    assertCancelled((await cancelTasks(context.store.pool, id)) > 0, { what: 'prediction', status });
    return presentFilePrediction(await rowOf(context, id));
  }

  @Mutation(() => ID, { description: 'Deletes a prediction that has ended, with its rows; gives its id.' })
  async deletePrediction(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    const { status } = await rowOf(context, id);
    assertEnded({ what: 'prediction', status });
    await context.store.prisma.prediction.delete({ where: { id } });
    return id;
  }

  @Subscription(() => FilePrediction, {
    subscribe: ({ args, context }) => watchPrediction(context as Context, args.id as string),
    description: 'The prediction now, then after each change, until it ends.',
  })
  predictionChanged(
    @Root() prediction: FilePrediction,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): FilePrediction {
    return prediction;
  }

  @FieldResolver()
  async progress(
    @Root() { id }: FilePrediction,
    @Ctx() { loaders }: Context,
  ): Promise<FilePredictionProgress | null> {
    return (await loaders.task.load(id))?.progress as unknown as FilePredictionProgress | null;
  }

  @FieldResolver()
  async failure(@Root() { id }: FilePrediction, @Ctx() { loaders }: Context): Promise<Failure | null> {
    return failureOfRow(await loaders.task.load(id));
  }

  @FieldResolver(() => PredictedRowConnection, { description: 'Its rows, once done.' })
  rows(
    @Root() prediction: FilePrediction,
    @Args(() => PageArgs) range: PageArgs,
    @Arg('filter', () => PredictedRowFilter, { nullable: true, description: 'Which ones.' }) filter:
      | PredictedRowFilter
      | undefined,
    @Arg('order', () => RowOrderEnum, { defaultValue: 'LEAST_SURE', description: 'In which order.' })
    order: RowOrder,
    @Ctx() { store }: Context,
  ): Promise<Page<PredictedRow>> {
    return listRows(store.blobs, prediction, range, filter ?? {}, order);
  }

  @FieldResolver(() => Model, { nullable: true, description: 'The model; null once it is deleted.' })
  async model(@Root() { modelId }: FilePrediction, @Ctx() { loaders }: Context): Promise<Model | null> {
    const row = modelId ? await loaders.model.load(modelId) : null;
    return row && presentModel(row);
  }
}
