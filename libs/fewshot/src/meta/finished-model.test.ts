import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eagerEngine } from '../engine/eager.js';
import type { Packed } from '../engine/program.js';
import { mirroredPictures } from '../episodes/mirrored-classes.js';
import { rotatedPictures } from '../episodes/rotated-classes.js';
import { metaTrainOptions } from '../methods/meta.options.js';
import { readSettings } from '../options/settings.js';
import { randomFrom } from '../random/random.js';
import { episodeScorer } from './episodes/episode-scorer.js';
import { finishedNetwork, finishedWeights } from './finished-model.js';
import type { MetaModel } from './meta-model.js';
import { metaStart } from './meta-start.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const [PICTURES, SIDE] = [6, 8];
const input = { modality: 'IMAGE', height: SIDE, width: SIDE, channels: 1 } as const;
const shape = { ways: 2, shots: 1, queries: 2 };

/** Models of the same random arrays that see one pose and eight. */
function models(method: string, given: object): { one: MetaModel; eight: MetaModel } {
  const base = { filters: [3], imageSize: SIDE, ways: 2, innerRate: 0.4, testInnerSteps: 1 };
  const settingsOf = (poses: boolean) =>
    readSettings(metaTrainOptions, { ...base, method, ...given, poses }).settings;
  const { network, start } = metaStart(input, settingsOf(false), 255);
  const random = randomFrom(5);
  const parameters = Object.fromEntries(
    Object.entries(start.parameters).map(([name, { shape, values }]): [string, Packed] => [
      name,
      {
        shape, // A backbone behind a head of zeros does not move in the first step.
        values:
          name.startsWith('scores') && method === 'ANIL' ? values.map(() => 0.1 * random.normal()) : values,
      },
    ]),
  );
  const weights = { ...parameters, ...start.state };
  // Averages of its own would differ with how many poses a pass holds.
  const held = { heldAverages: true };
  const settings = { ...settingsOf(true), ...held };
  return {
    one: { settings: { ...settingsOf(false), ...held }, input, network, weights },
    eight: {
      settings,
      input,
      network: finishedNetwork(network, settings),
      weights: finishedWeights(weights, settings),
    },
  };
}

describe('a finished model that sees poses', () => {
  it.each([
    ['PROTONET', {}],
    ['MAML', { unitFeatures: true }],
    ['ANIL', { learnRates: true, unitFeatures: false }],
  ])('%s scores by the mean of the logits in each pose, when one step is taken', (method, given) => {
    const { one, eight } = models(method, given);
    const random = randomFrom(2);
    const values = Uint8Array.from({ length: PICTURES * SIDE * SIDE }, () => random.below(256));
    const plain = { shape: [PICTURES, SIDE, SIDE, 1], values };
    const posed = mirroredPictures(rotatedPictures(plain));
    const episode = { support: Int32Array.of(0, 1), query: Int32Array.of(2, 3, 4, 5) };
    const moved = (rows: Int32Array, pose: number) => rows.map((row) => row + pose * PICTURES);
    const each = [...Array(8).keys()].map((pose) => ({
      support: moved(episode.support, pose),
      query: moved(episode.query, pose),
    }));
    const poses = episodeScorer(eagerEngine(), one, posed, shape, each);
    const whole = episodeScorer(eagerEngine(), eight, plain, shape, [episode]);
    const logits = each.map(({ support, query }) => poses.logits(support, query));
    const mean = (at: number) => each.reduce((sum, _, i) => sum + (logits[i]![at] as number) / 8, 0);
    const found = whole.logits(episode.support, episode.query);
    expect(found).toHaveLength(8);
    for (const [at, logit] of found.entries()) expect(logit).toBeCloseTo(mean(at), 3);
    poses.dispose();
    whole.dispose();
  });
});
