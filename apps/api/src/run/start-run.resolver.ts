import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { estimated } from './estimate/estimate-work.js';
import { plannedMetaLearning, plannedPretraining, plannedTransfer } from './planned-run.js';
import {
  StartMetaLearningInput,
  StartPretrainingInput,
  StartTransferInput,
  TrainInput,
} from './run.input.js';
import { Run } from './run.type.js';
import { RunEstimate } from './run-estimate.type.js';
import { startMetaLearning, startPretraining, startTransfer } from './start-run.js';
import { previewTrain, train } from './train.js';
import { TrainPreview } from './train-preview.type.js';

@Resolver()
export class StartRunResolver {
  @Mutation(() => Run, {
    description:
      'Trains what suits the data, with nothing to choose: a calibrated head on a starter, compared by held-out folds, or a network of its own.',
  })
  train(
    @Arg('input', () => TrainInput, { description: 'The data.' }) input: TrainInput,
    @Ctx() context: Context,
  ): Promise<Run> {
    return train(context, input);
  }

  @Query(() => TrainPreview, { description: 'What Train would do, from what, and how long that takes.' })
  trainPreview(
    @Arg('versionId', () => ID, { description: 'A READY version.' }) versionId: string,
    @Ctx() context: Context,
  ): Promise<TrainPreview> {
    return previewTrain(context, versionId);
  }

  @Query(() => RunEstimate, { description: 'What a run would take; fails as startPretraining would.' })
  async estimatePretraining(
    @Arg('input', () => StartPretrainingInput, { description: 'As for startPretraining.' })
    input: StartPretrainingInput,
    @Ctx() context: Context,
  ): Promise<RunEstimate> {
    return estimated(context, (await plannedPretraining(context, input)).work);
  }

  @Mutation(() => Run, { description: 'Trains a network from nothing.' })
  startPretraining(
    @Arg('input', () => StartPretrainingInput, { description: 'The data and the options.' })
    input: StartPretrainingInput,
    @Ctx() context: Context,
  ): Promise<Run> {
    return startPretraining(context, input);
  }

  @Query(() => RunEstimate, { description: 'What a transfer would take; fails as startTransfer would.' })
  async estimateTransfer(
    @Arg('input', () => StartTransferInput, { description: 'As for startTransfer.' })
    input: StartTransferInput,
    @Ctx() context: Context,
  ): Promise<RunEstimate> {
    return estimated(context, (await plannedTransfer(context, input)).work);
  }

  @Mutation(() => Run, { description: 'Brings a trained model to a small set.' })
  startTransfer(
    @Arg('input', () => StartTransferInput, { description: 'The data, the model and the options.' })
    input: StartTransferInput,
    @Ctx() context: Context,
  ): Promise<Run> {
    return startTransfer(context, input);
  }

  @Query(() => RunEstimate, {
    description: 'What meta-learning would take; fails as startMetaLearning would.',
  })
  async estimateMetaLearning(
    @Arg('input', () => StartMetaLearningInput, { description: 'As for startMetaLearning.' })
    input: StartMetaLearningInput,
    @Ctx() context: Context,
  ): Promise<RunEstimate> {
    return estimated(context, (await plannedMetaLearning(context, input)).work);
  }

  @Mutation(() => Run, {
    description: 'Trains a meta-model over many small tasks; it builds sub-models from a few examples.',
  })
  startMetaLearning(
    @Arg('input', () => StartMetaLearningInput, { description: 'The data, the model and the options.' })
    input: StartMetaLearningInput,
    @Ctx() context: Context,
  ): Promise<Run> {
    return startMetaLearning(context, input);
  }
}
