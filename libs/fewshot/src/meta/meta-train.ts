import type { Engine } from '../engine/program.js';
import { type EpisodeSet, episodeSet } from '../episodes/episode-set.js';
import type { MetaSettings } from '../methods/meta.options.js';
import { derivedSeed } from '../random/random.js';
import { noBest, stopsEarly } from '../training/early-stopping.js';
import type { FitProgress, FitState } from '../training/fit-progress.js';
import { finishedNetwork, finishedWeights } from './finished-model.js';
import { type MetaData, type MetaTask, metaData } from './meta-data.js';
import { hasFixedWays } from './meta-methods.js';
import type { MetaModel } from './meta-model.js';
import { metaStart } from './meta-start.js';
import { stagesOf } from './stages.js';
import { type StageEnded, trainStage } from './train-stage.js';

export interface MetaTrained {
  readonly model: MetaModel;
  readonly steps: number;
  readonly stoppedEarly: boolean;
  /** Accuracy on the validation episodes of the weights that were kept; absent without validation classes. */
  readonly validationAccuracy?: number;
}

const VALIDATION_SET = 24;

/**
 * Trains over episodes, each decided by seed, update and place in the meta-batch alone, so that a run can go on anywhere.
 * Yields as it goes, as `fit` does; the caller may stop between any two values. Keeps the weights of the best validation.
 * Throws RangeError naming a class that is too small, Diverged when the loss is no number any more.
 */
export function* metaTrain(
  engine: Engine,
  task: MetaTask,
  settings: MetaSettings,
  from?: FitState,
): Generator<FitProgress, MetaTrained> {
  const data = metaData(task, settings);
  const { network, start: initial } = metaStart(data.input, settings, data.background, task.pretrained);
  const finished = finishedNetwork(network, settings);
  const watched = validationSet(data, settings);
  const stages = stagesOf(settings);
  const first = from?.stepsBefore ? stages.length - 1 : 0;
  let start: StageEnded = { weights: initial, steps: from?.stepsBefore ?? 0, best: noBest };
  for (const [i, stage] of stages.slice(first).entries()) {
    const own = i === 0 ? from : undefined;
    start = yield* trainStage(engine, { network, data, watched, settings: stage, start }, own);
  }
  const { weights, steps, best } = start;
  const arrays = finishedWeights({ ...weights.parameters, ...weights.state }, settings);
  const model = { settings, input: data.input, network: finished, weights: arrays };
  const stoppedEarly = stopsEarly(best, settings.patience);
  return { model, steps, stoppedEarly, ...(watched ? { validationAccuracy: 1 - best.loss } : {}) };
}

/** Fixed episodes of the validation classes with the ways and shots of training, or as many ways as there are. */
function validationSet(data: MetaData, settings: MetaSettings): EpisodeSet | undefined {
  if (data.validation.length < 2) return undefined;
  const sizes = new Map<string | undefined, number>();
  for (const { group } of data.validation) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const most = settings.scope === 'GROUP' ? Math.max(...sizes.values()) : data.validation.length;
  if (hasFixedWays(settings.method) && most < settings.ways) return undefined;
  const smallest = Math.min(...data.validation.map(({ rows }) => rows.length));
  return episodeSet(data.validation, {
    ways: Math.min(settings.ways, most),
    shots: settings.shots,
    queries: Math.min(15, smallest - settings.shots),
    count: settings.validationEpisodes,
    seed: derivedSeed(settings.seed, VALIDATION_SET),
    scope: settings.scope,
  });
}
