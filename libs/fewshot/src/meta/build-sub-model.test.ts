import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eagerEngine } from '../engine/eager.js';
import { hashedSet } from '../episodes/episode-set.js';
import { metaTrainOptions } from '../methods/meta.options.js';
import { predictor } from '../methods/predict.js';
import { readSettings } from '../options/settings.js';
import { randomFrom } from '../random/random.js';
import { buildSubModel } from './build-sub-model.js';
import { episodeScorer } from './episodes/episode-scorer.js';
import { evaluateEpisodes } from './episodes/evaluate-episodes.js';
import { metaMethods } from './meta-methods.js';
import type { MetaModel } from './meta-model.js';
import { metaStart } from './meta-start.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const input = {
  modality: 'TABLE',
  columns: ['x', 'y'].map((name) => ({ kind: 'NUMBER', name, mean: 0, deviation: 1, flagMissing: false })),
} as const;

function modelOf(method: string, widths: readonly number[]): MetaModel {
  const given = { method, backbone: 'DENSE', widths, ways: 2, innerRate: 0.1 };
  const { settings } = readSettings(metaTrainOptions, given);
  const { network, start } = metaStart(input, settings, 255);
  return { settings, input, network, weights: { ...start.parameters, ...start.state } };
}

const x = { shape: [4, 2], values: Float32Array.of(1, 0, 3, 0, 0, 2, 0, 4) };
const support = { x, labels: Int32Array.of(0, 0, 1, 1), classes: ['east', 'north'] };

describe('buildSubModel', () => {
  it('is the nearest class mean by hand when the features are the numbers themselves', () => {
    const model = modelOf('PROTONET', [2]);
    const weights = {
      ...model.weights,
      'dense1/kernel': { shape: [2, 2], values: Float32Array.of(1, 0, 0, 1) },
    };
    const built = buildSubModel(eagerEngine(), { ...model, weights }, support);
    // Means (2, 0) and (0, 3): kernel 2c, bias −|c|².
    expect([...built.weights['scores/kernel']!.values]).toEqual([4, 0, 0, 6]);
    expect([...built.weights['scores/bias']!.values]).toEqual([-4, -9]);
    const ready = predictor(eagerEngine(), built);
    const [[east = 0] = []] = ready.probabilities({ shape: [1, 2], values: Float32Array.of(1, 1) });
    // Logits 0 and −3.
    expect(east).toBeCloseTo(1 / (1 + Math.exp(-3)), 5);
  });

  it('counts all examples however many there are', () => {
    const count = 300;
    const labels = Int32Array.from({ length: count }, (_, i) => i % 2);
    const values = Float32Array.from({ length: 2 * count }, (_, at) => (at < 512 ? 0 : 1));
    const model = modelOf('PROTONET', [2]);
    const identity = { 'dense1/kernel': { shape: [2, 2], values: Float32Array.of(1, 0, 0, 1) } };
    const whole = { ...model, weights: { ...model.weights, ...identity } };
    const many = { x: { shape: [count, 2], values }, labels, classes: ['even', 'odd'] };
    const { values: kernel } = buildSubModel(eagerEngine(), whole, many).weights['scores/kernel']!;
    // The last 44 of 300 rows, half of each class, are (1, 1): means of 22/150.
    for (const value of kernel) expect(value).toBeCloseTo((2 * 22) / 150, 5);
  });

  it.each(metaMethods.map(({ name }) => name))('%s decides as the episode does', (method) => {
    const model = modelOf(method, [6, 4]);
    const asked = Float32Array.of(2, 0.5, 1, 2, 0.3, 0.2, 5, 5);
    const packed = { shape: [8, 2], values: Float32Array.of(...x.values, ...asked) };
    const episode = {
      classes: Int32Array.of(0, 1),
      support: Int32Array.of(0, 1, 2, 3),
      query: Int32Array.of(4, 5, 6, 7),
    };
    const set = hashedSet({ ways: 2, shots: 2, queries: 2 }, [episode]);
    const { mean } = evaluateEpisodes(eagerEngine(), model, packed, set);
    const ready = predictor(eagerEngine(), buildSubModel(eagerEngine(), model, support));
    const found = ready.probabilities({ shape: [4, 2], values: asked });
    const right = found.filter(([east = 0], i) => east > 0.5 === i < 2).length;
    expect(right / 4).toBe(mean);
  });

  it.each(['MAML', 'ANIL', 'PROTO_MAML'])('%s keeps the statistics of its support', (method) => {
    const input = { modality: 'IMAGE', height: 8, width: 8, channels: 1 } as const;
    const given = { method, filters: [3, 3], ways: 2, innerRate: 0.4, testInnerSteps: 2 };
    const { settings } = readSettings(metaTrainOptions, given);
    const { network, start } = metaStart(input, settings, 255);
    const model = { settings, input, network, weights: { ...start.parameters, ...start.state } };
    const random = randomFrom(4);
    const pictures = (n: number) => ({
      shape: [n, 8, 8, 1],
      values: Uint8Array.from({ length: n * 64 }, () => random.below(256)),
    });
    const all = pictures(6);
    const rows = { support: Int32Array.of(0, 1), query: Int32Array.of(2, 3, 4, 5) };
    const shape = { ways: 2, shots: 1, queries: 2 };
    const scorer = episodeScorer(eagerEngine(), model, all, shape, [rows]);
    const logits = scorer.logits(rows.support, rows.query);
    const support = { x: { shape: [2, 8, 8, 1], values: all.values.slice(0, 128) }, labels: rows.support };
    const built = buildSubModel(eagerEngine(), model, { ...support, classes: ['a', 'b'] });
    const ready = predictor(eagerEngine(), built);
    const queries = { shape: [4, 8, 8, 1], values: Float32Array.from(all.values.slice(128)) };
    for (const [i, [first = 0]] of ready.probabilities(queries).entries()) {
      const [a = 0, b = 0] = logits.slice(2 * i, 2 * i + 2);
      expect(first).toBeCloseTo(1 / (1 + Math.exp(b - a)), 4);
    }
    // One query's answer does not depend on the others.
    const alone = episodeScorer(eagerEngine(), model, all, { ...shape, queries: 1 }, [rows]);
    const [a, b] = alone.logits(rows.support, rows.query.slice(0, 2));
    expect(a).toBeCloseTo(logits[0] as number, 4);
    expect(b).toBeCloseTo(logits[1] as number, 4);
  });

  it('names a class without examples and a number of classes that does not fit', () => {
    const three = { ...support, classes: ['east', 'north', 'south'] };
    expect(() => buildSubModel(eagerEngine(), modelOf('PROTONET', [2]), three)).toThrow(
      /Class south has no example/,
    );
    const one = { ...three, labels: Int32Array.of(0, 1, 2, 2) };
    expect(() => buildSubModel(eagerEngine(), modelOf('MAML', [2]), one)).toThrow(
      /adapts to 2 classes, not 3/,
    );
  });
});
