import { findRow, listBy, ofRow } from '@kshot/store';
import {
  Arg,
  Args,
  Ctx,
  Extensions,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { needing } from '../access/needs.js';
import type { Context } from '../context.js';
import { Model, presentModel } from '../model/model.type.js';
import { Prediction } from '../predict/predict.type.js';
import { OnlyProject } from '../project/in-project.input.js';
import { shownOf } from '../project/shown-project.js';
import { type Page, page } from '../schema/connection.js';
import { cancelWork, deleteWork, retryWork } from '../schema/end-task.js';
import { PageArgs } from '../schema/page-args.js';
import { presentFound } from '../schema/present-found.js';
import { failureOf, progressOf } from '../schema/task-fields.js';
import type { Failure } from '../schema/values.js';
import { watchTask } from '../watch/watch-task.js';
import { answerOfRow } from './answer-of-row.js';
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

@Resolver(() => FilePrediction)
export class FilePredictionResolver {
  @Query(() => FilePrediction, { nullable: true, description: 'One prediction of a file or a version.' })
  prediction(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<FilePrediction | null> {
    return presentFound(findRow(store, 'prediction', id), presentFilePrediction);
  }

  @Query(() => FilePredictionConnection, { description: 'Predictions of files and versions, newest first.' })
  async predictions(
    @Args(() => PageArgs) range: PageArgs,
    @Arg('modelId', () => ID, { nullable: true, description: 'By this model only.' }) modelId:
      | string
      | undefined,
    @OnlyProject() projectId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Page<FilePrediction>> {
    const where = await shownOf(context, ofRow('model', 'modelId', modelId), projectId);
    return page(listBy(context.store, 'prediction', range, where), presentFilePrediction);
  }

  @Extensions(needing('PREDICT'))
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
    return presentFilePrediction(await cancelWork(context, 'prediction', id));
  }

  @Mutation(() => FilePrediction, { description: 'Queues a failed or cancelled prediction again.' })
  async retryPrediction(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<FilePrediction> {
    return presentFilePrediction(await retryWork(context, 'prediction', id));
  }

  @Mutation(() => ID, { description: 'Deletes a prediction that has ended, with its rows; gives its id.' })
  async deletePrediction(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return deleteWork(context, 'prediction', id);
  }

  @Subscription(() => FilePrediction, {
    subscribe: ({ args, context }) =>
      watchTask(context as Context, 'prediction', args.id as string, presentFilePrediction),
    description: 'The prediction now, then after each change, a retry included, until it is deleted.',
  })
  predictionChanged(
    @Root() prediction: FilePrediction,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): FilePrediction {
    return prediction;
  }

  @FieldResolver()
  progress(@Root() { id }: FilePrediction, @Ctx() context: Context): Promise<FilePredictionProgress | null> {
    return progressOf(context, 'prediction', id);
  }

  @FieldResolver()
  failure(@Root() { id }: FilePrediction, @Ctx() context: Context): Promise<Failure | null> {
    return failureOf(context, id);
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

  @Extensions(needing('PREDICT'))
  @FieldResolver(() => Prediction, {
    description:
      'What its model says of one row, asked again: all probabilities, what the answer rests on, what each cell adds.',
  })
  answer(
    @Root() prediction: FilePrediction,
    @Arg('row', () => Int, { description: 'Its number in the file; counts from 1.' }) row: number,
    @Ctx() context: Context,
  ): Promise<Prediction> {
    return answerOfRow(context, prediction, row);
  }

  @FieldResolver(() => Model, { nullable: true, description: 'The model; null once it is deleted.' })
  model(@Root() { modelId }: FilePrediction, @Ctx() { loaders }: Context): Promise<Model | null> {
    return presentFound(modelId ? loaders.model.load(modelId) : null, presentModel);
  }
}
