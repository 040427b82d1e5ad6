import { warpsOf } from '../augmentation/warp.js';
import type { Engine, Packed, Program } from '../engine/program.js';
import { type EpisodeSet, episodeSet } from '../episodes/episode-set.js';
import { meanInterval } from '../episodes/mean-interval.js';
import { type Episode, episodeSampler } from '../episodes/sample-episode.js';
import type { MetaSettings } from '../methods/meta.options.js';
import type { InitialWeights } from '../networks/initial-weights.js';
import type { Network } from '../networks/layer.js';
import { derivedSeed, type Random, randomFrom } from '../random/random.js';
import { type BestSoFar, noBest, stopsEarly, withEpoch } from '../training/early-stopping.js';
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
import { plannedEpochs, stagesOf } from './stages.js';

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
  const watched = validationSet(data, settings);
  const trainer = { engine, network, data, watched };
  const stages = stagesOf(settings);
  const first = from?.stepsBefore === undefined ? 0 : stages.length - 1;
  let ended: StageEnded = {
    weights: start,
    steps: from?.stepsBefore ?? 0,
    stoppedEarly: false,
    best: noBest,
  };
  for (const [i, stage] of stages.slice(first).entries()) {
    const before = first + i > 0 ? ended.steps : undefined;
    ended = yield* trainStage(trainer, stage, ended.weights, before, i === 0 ? from : undefined);
  }
  const { weights, steps, stoppedEarly, best } = ended;
  const arrays = finishedWeights({ ...weights.parameters, ...weights.state }, settings);
  const model = { settings, input: data.input, network: finished, weights: arrays };
  return { model, steps, stoppedEarly, ...(watched ? { validationAccuracy: 1 - best.loss } : {}) };
}

interface Trainer {
  readonly engine: Engine;
  readonly network: Network;
  readonly data: MetaData;
  readonly watched: EpisodeSet | undefined;
}

interface StageEnded {
  readonly weights: InitialWeights;
  /** Updates of this and earlier stages. */
  readonly steps: number;
  readonly stoppedEarly: boolean;
  readonly best: BestSoFar;
}

/** One stage from these weights; `stepsBefore` updates of earlier ones lie behind it. */
function* trainStage(
  { engine, network, data, watched }: Trainer,
  settings: MetaSettings,
  start: InitialWeights,
  stepsBefore: number | undefined,
  from: FitState | undefined,
): Generator<FitProgress, StageEnded> {
  const sample = episodeSampler(data.train, settings, settings.scope);
  const program = metaProgram(engine, network, start, data.x, settings, watched);
  try {
    if (from) program.restore(from.snapshot);
    const { epochs, stepsPerEpoch } = settings;
    const before = stepsBefore ?? 0;
    const epochsBefore = before / stepsPerEpoch;
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
        const metrics = columns(before + step, { ...taken, learningRate: rates });
        step += count;
        const epochEnded = step === (epoch + 1) * stepsPerEpoch;
        const epochsDone = epochsBefore + epoch + (epochEnded ? 1 : 0);
        if (epochEnded) {
          const seconds = (performance.now() - epochStart) / 1000;
          const episodes = (step - firstStep) * settings.metaBatch;
          const ended = { epoch: epochsDone, epochSeconds: seconds, episodesPerSecond: episodes / seconds };
          const found = watched ? validated(program, settings, watched) : undefined;
          for (const [name, value] of Object.entries({ ...ended, ...found }))
            metrics[name] = { steps: [before + step], values: [value] };
          if (found)
            best = withEpoch(best, epochsDone, 1 - found.validationAccuracy, () => program.snapshot());
        }
        assertFinite(metrics);
        yield {
          step: before + step,
          steps: allEpochs * stepsPerEpoch,
          epoch: epochsDone,
          epochs: allEpochs,
          metrics,
          epochEnded,
          checkpoint: () => ({
            snapshot: program.snapshot(),
            best,
            ...(stepsBefore === undefined ? {} : { stepsBefore }),
          }),
        };
      }
    }
    const stoppedEarly = stopsEarly(best, settings.patience);
    if (best.snapshot) program.restore(best.snapshot);
    const weights = splitAs(start, program.weights());
    return { weights, steps: before + step, stoppedEarly, best };
  } finally {
    program.dispose();
  }
}

/** Arrays by name, parted into what is trained and what moves along. */
const splitAs = ({ state }: InitialWeights, arrays: Readonly<Record<string, Packed>>): InitialWeights => {
  const part = (moving: boolean) =>
    Object.fromEntries(Object.entries(arrays).filter(([name]) => name in state === moving));
  return { parameters: part(false), state: part(true) };
};

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
