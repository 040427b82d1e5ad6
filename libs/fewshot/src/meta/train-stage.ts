import { warpsOf } from '../augmentation/warp.js';
import type { Engine, Program } from '../engine/program.js';
import type { EpisodeSet } from '../episodes/episode-set.js';
import { meanInterval } from '../episodes/mean-interval.js';
import { type Episode, episodeSampler } from '../episodes/sample-episode.js';
import type { MetaSettings } from '../methods/meta.options.js';
import type { InitialWeights } from '../networks/initial-weights.js';
import type { Network } from '../networks/layer.js';
import { derivedSeed, type Random, randomFrom } from '../random/random.js';
import { type BestSoFar, noBest, stopsEarly, withEpoch } from '../training/early-stopping.js';
import type { FitProgress, FitState } from '../training/fit.js';
import { learningRateAt } from '../training/schedule.js';
import { assertFinite, atStep, perStep } from '../training/step-columns.js';
import { stepPacer } from '../training/step-pacer.js';
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

/** One stage, from where the one before ended; `from` is a checkpoint of its own. */
export function* trainStage(
  engine: Engine,
  network: Network,
  data: MetaData,
  watched: EpisodeSet | undefined,
  settings: MetaSettings,
  { weights: start, steps: stepsBefore }: StageEnded,
  from?: FitState,
): Generator<FitProgress, StageEnded> {
  const sample = episodeSampler(data.train, settings, settings.scope);
  const program = metaProgram(engine, network, start, data.x, settings, watched);
  try {
    if (from) program.restore(from.snapshot);
    const { epochs, stepsPerEpoch } = settings;
    const epochsBefore = stepsBefore / stepsPerEpoch;
    const allEpochs = epochsBefore + plannedEpochs(settings);
    const pacer = stepPacer();
    let best = from?.best ?? noBest;
    let step = from?.snapshot.step ?? 0;
    while (step < epochs * stepsPerEpoch && !stopsEarly(best, settings.patience)) {
      const epoch = Math.floor(step / stepsPerEpoch);
      const epochStart = performance.now();
      const firstStep = step;
      while (step < (epoch + 1) * stepsPerEpoch) {
        const count = Math.min(pacer.next(), (epoch + 1) * stepsPerEpoch - step);
        const rates = Float32Array.from({ length: count }, (_, i) =>
          learningRateAt(settings, step + i, stepsPerEpoch),
        );
        const taken = pacer.time(count, () => program.train(feedsOf(sample, settings, step, count), rates));
        const metrics = perStep(stepsBefore + step, { ...taken, learningRate: rates });
        step += count;
        const epochEnded = step === (epoch + 1) * stepsPerEpoch;
        const epochsDone = epochsBefore + epoch + (epochEnded ? 1 : 0);
        if (epochEnded) {
          const seconds = (performance.now() - epochStart) / 1000;
          const episodes = (step - firstStep) * settings.metaBatch;
          const ended = { epoch: epochsDone, epochSeconds: seconds, episodesPerSecond: episodes / seconds };
          const found = watched ? validated(program, settings, watched) : undefined;
          Object.assign(metrics, atStep(stepsBefore + step, { ...ended, ...found }));
          if (found)
            best = withEpoch(best, epochsDone, 1 - found.validationAccuracy, () => program.snapshot());
        }
        assertFinite(metrics);
        yield {
          step: stepsBefore + step,
          steps: allEpochs * stepsPerEpoch,
          epoch: epochsDone,
          epochs: allEpochs,
          metrics,
          epochEnded,
          checkpoint: () => ({ snapshot: program.snapshot(), best, stepsBefore }),
        };
      }
    }
    if (best.snapshot) program.restore(best.snapshot);
    const weights = learnedAndMoving(network, program.weights());
    return { weights, steps: stepsBefore + step, best };
  } finally {
    program.dispose();
  }
}

/** What updates first … first + count − 1 are fed. */
function feedsOf(
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
  return { validationAccuracy: mean, validationAccuracyLow: low, validationAccuracyHigh: high };
}
