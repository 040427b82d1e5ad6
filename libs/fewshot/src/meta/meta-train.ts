import { warpsOf } from '../augmentation/warp.js';
import type { Engine, Program } from '../engine/program.js';
import { type EpisodeSet, episodeSet } from '../episodes/episode-set.js';
import { meanInterval } from '../episodes/mean-interval.js';
import { type Episode, episodeSampler } from '../episodes/sample-episode.js';
import type { MetaSettings } from '../methods/meta.options.js';
import { derivedSeed, type Random, randomFrom } from '../random/random.js';
import { noBest, stopsEarly, withEpoch } from '../training/early-stopping.js';
import { Diverged, type FitProgress, type FitState } from '../training/fit.js';
import { learningRateAt } from '../training/schedule.js';
import { stepPacer } from '../training/step-pacer.js';
import { episodeAccuracies } from './episode-accuracies.js';
import type { EpisodeQuery } from './episode-queries.js';
import { finishedNetwork, finishedWeights } from './finished-model.js';
import { type MetaData, type MetaTask, metaData } from './meta-data.js';
import { hasFixedWays, metaMethods } from './meta-methods.js';
import type { MetaModel } from './meta-model.js';
import { metaProgram, picturesOfStep } from './meta-program.js';
import { metaStart } from './meta-start.js';

export interface MetaTrained {
  readonly model: MetaModel;
  readonly steps: number;
  readonly stoppedEarly: boolean;
  /** Accuracy on the validation episodes of the weights that were kept; absent without validation classes. */
  readonly validationAccuracy?: number;
}

const EPISODE = 23;
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
  const { network, start } = metaStart(data.input, settings, data.background, task.pretrained);
  const finished = finishedNetwork(network, settings);
  const sample = episodeSampler(data.train, settings, settings.scope);
  const watched = validationSet(data, settings);
  const program = metaProgram(engine, network, start, data.x, settings, watched);
  try {
    if (from) program.restore(from.snapshot);
    const { epochs, stepsPerEpoch } = settings;
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
        const metrics = columns(step, { ...taken, learningRate: rates });
        step += count;
        const epochEnded = step === (epoch + 1) * stepsPerEpoch;
        if (epochEnded) {
          const seconds = (performance.now() - epochStart) / 1000;
          const episodes = (step - firstStep) * settings.metaBatch;
          const ended = { epoch: epoch + 1, epochSeconds: seconds, episodesPerSecond: episodes / seconds };
          const found = watched ? validated(program, settings, watched) : undefined;
          for (const [name, value] of Object.entries({ ...ended, ...found }))
            metrics[name] = { steps: [step], values: [value] };
          if (found)
            best = withEpoch(best, epoch + 1, 1 - found.validationAccuracy, () => program.snapshot());
        }
        assertFinite(metrics);
        yield {
          step,
          steps: epochs * stepsPerEpoch,
          epoch: epoch + (epochEnded ? 1 : 0),
          epochs,
          metrics,
          epochEnded,
          checkpoint: () => ({ snapshot: program.snapshot(), best }),
        };
      }
    }
    const stoppedEarly = stopsEarly(best, settings.patience);
    if (best.snapshot) program.restore(best.snapshot);
    const weights = finishedWeights(program.weights(), settings);
    const model = { settings, input: data.input, network: finished, weights };
    return { model, steps: step, stoppedEarly, ...(watched ? { validationAccuracy: 1 - best.loss } : {}) };
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

function validated(program: Program<EpisodeQuery>, settings: MetaSettings, set: EpisodeSet) {
  const { mean, low, high } = meanInterval(
    episodeAccuracies(program, metaMethods[settings.method].kind, set),
  );
  return { validationAccuracy: mean, validationAccuracyLow: low, validationAccuracyHigh: high };
}

type Columns = Record<string, { steps: number[]; values: number[] }>;

/** The first update is step 1. */
function columns(done: number, taken: Record<string, Float32Array>): Columns {
  return Object.fromEntries(
    Object.entries(taken).map(([name, values]) => [
      name,
      { steps: Array.from(values, (_, i) => done + i + 1), values: [...values] },
    ]),
  );
}

function assertFinite({ loss }: Columns): void {
  const at = loss?.values.findIndex((value) => !Number.isFinite(value)) ?? -1;
  if (at >= 0)
    throw new Diverged(
      `The loss stopped being a number at step ${loss?.steps[at]}. Use a smaller learning rate or clip the gradient.`,
    );
}
