import '@tensorflow/tfjs-backend-cpu';
import {
  add,
  matMul,
  oneHot,
  setBackend,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { metaTrainOptions } from '../../methods/meta.options.js';
import { readSettings } from '../../options/settings.js';
import known from './fixtures/mahalanobis.json' with { type: 'json' };
import { protonet } from './protonet.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const { ways, shots } = known;
const { settings } = readSettings(metaTrainOptions, { mahalanobis: true });
const network = { inputShape: [6], layers: [] };

const scored = (support: number[][], used: number, mahalanobis: boolean): number[] =>
  tidy(() => {
    const context = {
      settings: { ...settings, mahalanobis },
      network,
      ways,
      shots: used,
      state: {},
      training: false,
    };
    return [...protonet.scores(tensor2d(support), tensor2d(known.query), {}, context).dataSync()];
  });

const close = (values: number[]) => values.map((value) => expect.closeTo(value, 3));

it("by Mahalanobis distance scores as scikit-learn's discriminant with the same shrinkage", () => {
  expect(scored(known.support, shots, true)).toEqual(close(known.logits.flat()));
  expect(scored(known.support, shots, false)).not.toEqual(close(known.logits.flat()));
});

it('gives a layer that decides as the scores do, whatever the order of the examples', () => {
  const order = [...known.support.keys()].sort((a, b) => (a % shots) - (b % shots));
  const logits = tidy(() => {
    const truth = tensor1d(
      order.map((row) => Math.floor(row / shots)),
      'int32',
    );
    const labels = oneHot(truth, ways, 1, 0, 'float32') as Tensor2D;
    const shuffled = tensor2d(order.map((row) => known.support[row] as number[]));
    const { kernel, bias } = protonet.layer(shuffled, labels, {}, settings);
    return [...add(matMul(tensor2d(known.query), kernel), bias).dataSync()];
  });
  expect(logits).toEqual(close(known.logits.flat()));
});

it('is the same by both distances where each class has one example', () => {
  const one = known.support.filter((_, row) => row % shots === 0);
  expect(scored(one, 1, true)).toEqual(scored(one, 1, false));
});
