import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eagerEngine } from '../engine/eager.js';
import { classRows } from '../episodes/class-rows.js';
import { episodeSet } from '../episodes/episode-set.js';
import { encodeExamples } from '../inputs/examples.js';
import { metaTrainOptions } from '../methods/meta.options.js';
import { withoutPoses } from '../networks/poses.js';
import { readSettings } from '../options/settings.js';
import { randomFrom } from '../random/random.js';
import type { FitProgress, FitState } from '../training/fit-progress.js';
import { featureCount } from './backbone.js';
import { evaluateEpisodes } from './episodes/evaluate-episodes.js';
import type { MetaTask } from './meta-data.js';
import { metaMethods } from './meta-methods.js';
import { type MetaTrained, metaTrain } from './meta-train.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const [CLASSES, EACH, SIDE] = [8, 8, 8];

/** Eight classes of noisy pictures, each with a pattern of its own. */
function task(): MetaTask {
  const random = randomFrom(7);
  const patterns = Array.from({ length: CLASSES }, () =>
    Array.from({ length: SIDE * SIDE }, () => 100 + 60 * random.below(2)),
  );
  const labels = Int32Array.from({ length: CLASSES * EACH }, (_, i) => Math.floor(i / EACH));
  const pixels = Uint8Array.from(
    [...labels].flatMap((k) => (patterns[k] as number[]).map((value) => value + 40 * random.normal())),
  );
  return {
    raw: { modality: 'IMAGE', images: { height: SIDE, width: SIDE, channels: 1, pixels } },
    labels,
    classes: Array.from({ length: CLASSES }, (_, k) => `class ${k}`),
    parts: { train: [0, 1, 2, 3, 4], validation: [5, 6, 7] },
  };
}

const base = {
  filters: [4, 4],
  imageSize: SIDE,
  ways: 3,
  shots: 2,
  queries: 3,
  metaBatch: 1,
  epochs: 2,
  stepsPerEpoch: 10,
  validationEpisodes: 4,
  innerRate: 0.1,
  learningRate: 0.005,
};

/** One small step on a head alone hardly shows in so few updates. */
const own: Readonly<Record<string, object>> = {
  ANIL: { innerRate: 1, innerSteps: 3, metaBatch: 2, filters: [6, 6] },
  REPTILE: { metaBatch: 2, filters: [6, 6] },
  SVM: { turns: false }, // many small ops, slow when run eagerly
};

function settingsOf(given: Record<string, unknown>) {
  const { settings, problems } = readSettings(metaTrainOptions, { ...base, ...given });
  expect(problems).toEqual([]);
  return settings;
}

function run(training: Generator<FitProgress, MetaTrained>, until = Number.POSITIVE_INFINITY) {
  const losses: number[] = [];
  const seen: FitProgress[] = [];
  let state: FitState | undefined;
  let next = training.next();
  for (; !next.done; next = training.next()) {
    losses.push(...(next.value.metrics.loss?.values ?? []));
    seen.push(next.value);
    if (next.value.step >= until) {
      state = next.value.checkpoint();
      break;
    }
  }
  return { losses, seen, state, result: next.done ? next.value : undefined };
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('metaTrain', () => {
  it.each(metaMethods.map(({ name }) => name))('%s lowers the loss in 20 updates', (method) => {
    const { losses, seen, result } = run(
      metaTrain(eagerEngine(), task(), settingsOf({ method, ...own[method] })),
    );
    expect(losses).toHaveLength(20);
    expect(mean(losses.slice(15))).toBeLessThan(mean(losses.slice(0, 5)));
    const last = seen.at(-1)?.metrics ?? {};
    const rounding = 1e-9; // all episodes may have the same accuracy
    expect(last.validationAccuracyLow?.values[0]).toBeLessThan((result?.validationAccuracy ?? 0) + rounding);
    expect(Object.keys(last)).toContain('learningRate');
  });

  it('goes on from a checkpoint in any stage with the same bits', () => {
    const given = { augmentation: 'WARPS', rotations: true, finishEpochs: 1, stepsPerEpoch: 4 };
    const settings = settingsOf(given);
    const whole = run(metaTrain(eagerEngine(), task(), settings));
    for (const until of [2, 10]) {
      const part = run(metaTrain(eagerEngine(), task(), settings), until);
      const rest = run(metaTrain(eagerEngine(), task(), settings, part.state));
      expect([...part.losses, ...rest.losses]).toEqual(whole.losses);
      expect(rest.result?.model.weights).toEqual(whole.result?.model.weights);
    }
  });

  it('takes last epochs as a second training would that starts from the first', () => {
    const given = { augmentation: 'WARPS', rotations: true, stepsPerEpoch: 4 };
    const both = run(metaTrain(eagerEngine(), task(), settingsOf({ ...given, finishEpochs: 1 })));
    const first = run(metaTrain(eagerEngine(), task(), settingsOf(given)));
    const start = { ...task(), pretrained: { ...first.result!.model, classes: [] } };
    const last = { epochs: 1, augmentation: 'NONE', heldAverages: true, schedule: 'COSINE' };
    const settings = settingsOf({ ...given, ...last, learningRate: base.learningRate / 3 });
    const second = run(metaTrain(eagerEngine(), start, settings));
    expect(both.losses).toEqual([...first.losses, ...second.losses]);
    expect(both.result?.model.weights).toEqual(second.result?.model.weights);
    expect(both.seen.at(-1)).toMatchObject({ step: 12, steps: 12, epoch: 3, epochs: 3 });
    expect(both.seen.at(-1)?.metrics.loss?.steps.at(-1)).toBe(12);
    expect(both.seen[0]).toMatchObject({ steps: 12, epochs: 3 });
  });

  it('sees eight poses once it is trained, with the weights that saw one', () => {
    const train = (given: object, more = {}) =>
      run(metaTrain(eagerEngine(), { ...task(), ...more }, settingsOf({ unpooled: [2], ...given }))).result!
        .model;
    const [posed, plain] = [train({ poses: true }), train({})];
    expect(posed.weights).toEqual(plain.weights);
    expect(withoutPoses(posed.network)).toEqual(plain.network);
    expect(featureCount(plain.network)).toBe(4 * 4 * 4); // of 8 x 8 pixels, halved once
    expect(featureCount(posed.network)).toBe(8 * 4 * 4 * 4);
    const { raw, labels } = task();
    const x = encodeExamples(posed.input, raw, Int32Array.from(labels.keys()));
    const [classes, shape] = [classRows(labels, task().classes), { ways: 3, shots: 2, queries: 3 }];
    const set = episodeSet(classes, { ...shape, count: 20, seed: 1, scope: 'ALL' });
    expect(evaluateEpisodes(eagerEngine(), posed, x, set).mean).toBeGreaterThan(0.5);
    const short = { epochs: 1, stepsPerEpoch: 1 };
    const further = train({ method: 'PROTO_MAML', ...short }, { pretrained: { ...posed, classes: [] } });
    expect(further.network).toEqual(plain.network);
  });

  it('names a class that has too few examples', () => {
    expect(() => metaTrain(eagerEngine(), task(), settingsOf({ queries: 7 })).next()).toThrow(
      /class 0 \(and 4 more classes\) has 8 examples; 2 support and 7 query examples need 9/,
    );
  });

  it('trains on groups and on rows of numbers', () => {
    const random = randomFrom(3);
    const labels = Int32Array.from({ length: 60 }, (_, i) => Math.floor(i / 10));
    const values = Float32Array.from(labels, (k) => k + 0.1 * random.normal());
    const rows: MetaTask = {
      raw: { modality: 'TABLE', columns: [{ kind: 'NUMBER', name: 'x', values }] },
      labels,
      classes: ['a', 'b', 'c', 'd', 'e', 'f'],
      groups: ['low', 'low', 'low', 'high', 'high', 'high'],
      parts: { train: [0, 1, 2, 3, 4, 5], validation: [] },
    };
    const settings = settingsOf({
      backbone: 'DENSE',
      widths: [8],
      ways: 2,
      scope: 'GROUP',
      validationShare: 0.5,
    });
    const { seen } = run(metaTrain(eagerEngine(), rows, settings));
    expect(seen.at(-1)?.metrics.validationAccuracy?.values[0]).toBeGreaterThan(0.5);
  });
});
