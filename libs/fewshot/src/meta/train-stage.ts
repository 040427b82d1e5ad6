import { warpsOf } from '../augmentation/warp.js';
import type { Engine, Program } from '../engine/program.js';
import type { EpisodeSet } from '../episodes/episode-set.js';
import { meanInterval } from '../episodes/mean-interval.js';
import { type Episode, episodeSampler } from '../episodes/sample-episode.js';
import type { MetaSettings } from '../methods/meta.options.js';
import type { InitialWeights } from '../networks/initial-weights.js';
import type { Network } from '../networks/layer.js';
import { derivedSeed, type Random, randomFrom } from '../random/random.js';
import type { BestSoFar } from '../training/early-stopping.js';
import type { FitProgress, FitState } from '../training/fit-progress.js';
import { learningRateAt } from '../training/schedule.js';
import { trainingLoop } from '../training/training-loop.js';
import { learnedAndMoving } from './backbone.js';
import { episodeAccuracies } from './episodes/episode-accuracies.js';
import type { EpisodeQuery } from './episodes/episode-queries.js';
import type { MetaData } from './meta-data.js';
import { metaMethod } from './meta-methods.js';
import { metaProgram, picturesOfStep } from './meta-program.js';
import { plannedEpochs } from './stages.js';

const EPISODE = 23;

/** Where a stage leaves off, and the next begins. */
export interface StageEnded {
  readonly weights: InitialWeights;
  /** Updates of this and earlier stages. */
  readonly steps: number;
  readonly best: BestSoFar;
}

/** A stage of training over episodes. */
export interface Stage {
  readonly network: Network;
  readonly data: MetaData;
  /** Validation episodes, where there are any. */
  readonly watched: EpisodeSet | undefined;
  readonly settings: MetaSettings;
  /** Where the stage before ended. */
  readonly start: StageEnded;
}

/** One stage; `from` is a checkpoint of its own. */
export function* trainStage(
  engine: Engine,
  { network, data, watched, settings, start }: Stage,
  from?: FitState,
): Generator<FitProgress, StageEnded> {
  const sample = episodeSampler(data.train, settings, settings.scope);
  const program = metaProgram(engine, network, start.weights, data.x, settings, watched);
  try {
    const { epochs, stepsPerEpoch, patience, metaBatch } = settings;
    const { steps, best } = yield* trainingLoop(
      {
        program,
        steps: epochs * stepsPerEpoch,
        perEpoch: stepsPerEpoch,
        stepsBefore: start.steps,
        allSteps: start.steps + plannedEpochs(settings) * stepsPerEpoch,
        patience,
        keepsBest: true,
        unit: 'episodes',
        amount: (updates) => updates * metaBatch,
        rate: (step) => learningRateAt(settings, step, stepsPerEpoch),
        fed: (first, count) => fedEpisodes(sample, settings, first, count),
        measured: () => (watched ? validated(program, settings, watched) : { metrics: {} }),
      },
      from,
    );
    return { weights: learnedAndMoving(network, program.weights()), steps, best };
  } finally {
    program.dispose();
  }
}

/** What updates first … first + count − 1 are fed. */
function fedEpisodes(
  sample: (random: Random) => Episode,
  settings: MetaSettings,
  first: number,
  count: number,
): Record<string, Int32Array | Float32Array> {
  const pictures = picturesOfStep(settings);
  const rows = new Int32Array(count * pictures);
  let at = 0;
  for (let step = first; step < first + count; step++)
    for (let place = 0; place < settings.metaBatch; place++) {
      const { support, query } = sample(randomFrom(derivedSeed(settings.seed, EPISODE, step, place)));
      rows.set(support, at);
      rows.set(query, at + support.length);
      at += support.length + query.length;
    }
  if (settings.augmentation === 'NONE') return { rows };
  return { rows, warps: warpsOf(settings.seed, first, count, pictures) };
}

function validated(program: Program<EpisodeQuery>, settings: MetaSettings, set: EpisodeSet) {
  const { mean, low, high } = meanInterval(episodeAccuracies(program, metaMethod(settings.method).kind, set));
  return {
    metrics: { validationAccuracy: mean, validationAccuracyLow: low, validationAccuracyHigh: high },
    watched: 1 - mean,
  };
}
