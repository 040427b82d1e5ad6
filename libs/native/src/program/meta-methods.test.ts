import {
  type Engine,
  eagerEngine,
  type FitProgress,
  type MetaTask,
  type MetaTrained,
  metaMethods,
  metaTrain,
  metaTrainOptions,
  randomFrom,
  readSettings,
} from '@kshot/fewshot';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBackend } from '../backend.js';
import { engine } from '../engine.js';

beforeAll(async () => {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
});

const [CLASSES, EACH, SIDE] = [6, 6, 12];

function task(): MetaTask {
  const random = randomFrom(7);
  const labels = Int32Array.from({ length: CLASSES * EACH }, (_, i) => Math.floor(i / EACH));
  const pixels = Uint8Array.from({ length: labels.length * SIDE * SIDE }, (_, i) => {
    const k = Math.floor(i / (EACH * SIDE * SIDE));
    return 80 + 15 * ((i * (k + 2)) % 7) + random.below(60);
  });
  return {
    raw: { modality: 'IMAGE', images: { height: SIDE, width: SIDE, channels: 1, pixels } },
    labels,
    classes: Array.from({ length: CLASSES }, (_, k) => `class ${k}`),
    parts: { train: [0, 1, 2], validation: [3, 4, 5] },
  };
}

function trained(by: Engine, method: string, backbone = 'CONVOLUTIONS') {
  const given = {
    method,
    backbone,
    filters: [4, 4],
    imageSize: SIDE,
    ways: 3,
    shots: 2,
    queries: 2,
    metaBatch: 2,
  };
  const turns = method !== 'SVM'; // many small ops, slow when run eagerly
  const innerRate = method === 'PROTO_MAML' ? 0.01 : 0.1;
  const more = { innerSteps: 2, innerRate, epochs: 1, stepsPerEpoch: 4, validationEpisodes: 10 };
  const { settings } = readSettings(metaTrainOptions, { ...given, ...more, turns, augmentation: 'WARPS' });
  const losses: number[] = [];
  let last: FitProgress | undefined;
  const training: Generator<FitProgress, MetaTrained> = metaTrain(by, task(), settings);
  for (let next = training.next(); !next.done; next = training.next()) {
    losses.push(...(next.value.metrics.loss?.values ?? []));
    last = next.value;
  }
  return { losses, validation: last?.metrics.validationAccuracy?.values[0] };
}

describe('compiled meta-training', () => {
  it.each(metaMethods.map(({ name }) => name))(
    '%s agrees with eager training, warps and validation included',
    (method) => {
      const [compiled, eager] = [trained(engine(), method), trained(eagerEngine(), method)];
      expect(compiled.losses).toEqual(eager.losses.map((loss) => expect.closeTo(loss, 3)));
      // 10 episodes of 6 or more queries: one that is nearly undecided may fall either way.
      expect(compiled.validation).toBeCloseTo(eager.validation ?? Number.NaN, 1);
    },
  );

  it('a residual backbone agrees, too', () => {
    const [compiled, eager] = [engine(), eagerEngine()].map((by) =>
      trained(by, 'PROTONET', 'RESNET12_NARROW'),
    );
    expect(compiled?.losses).toEqual(eager?.losses.map((loss) => expect.closeTo(loss, 2)));
  });
});
