import type { ModelManifest } from '@kshot/domain';
import { metaTrainOptions, readSettings } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import { assertAnswers } from './assert-answers.js';
import { assertFigures } from './assert-figures.js';

const column = { kind: 'NUMBER', name: 'x', mean: 0, deviation: 1, flagMissing: false } as const;
const manifest: ModelManifest = {
  format: 'kshot-model-1',
  input: { modality: 'TABLE', columns: [column] },
  network: { inputShape: [1], layers: [] },
  classes: ['neg', 'pos'],
  sureness: [{ strength: 0.2, answered: 1, accuracy: 0.9 }],
  twoClasses: {
    positives: 2,
    negatives: 3,
    areaUnderRoc: 0.75,
    averagePrecision: [0.5, 0.6],
    points: [{ threshold: 0.5, truePositives: 2, falsePositives: 1 }],
  },
};

test('figures as training gives them are taken', () => {
  expect(() => assertFigures(manifest)).not.toThrow();
});

test.each<[string, Partial<ModelManifest>, RegExp]>([
  ['shares beyond 0 to 1', { sureness: [{ strength: 0, answered: 5, accuracy: -2 }] }, /how sure/],
  ['two classes of one name', { classes: ['neg', 'neg'] }, /two classes called neg/],
  ['more found than there were', { twoClasses: { ...manifest.twoClasses!, positives: 1 } }, /two classes/],
  ['a temperature of 0', { scaling: { temperature: 0, examples: 9 } }, /temperature/],
])('%s are refused', (_, changed, message) => {
  expect(() => assertFigures({ ...manifest, ...changed })).toThrow(message);
});

test('a network from elsewhere may have two classes of one name among others', () => {
  const { sureness: _, twoClasses: __, ...network } = manifest;
  expect(() => assertFigures({ ...network, classes: ['crane', 'dog', 'crane'] })).not.toThrow();
  expect(() => assertFigures({ ...network, classes: ['crane', 'dog', 'crane'], head: 'RIDGE' })).toThrow(
    /two classes called crane/,
  );
});

test('weights whose products are not finite in float32 are refused', () => {
  const weights = { scores: { shape: [1, 2], values: Float32Array.of(1e38, 0) } };
  expect(() => assertAnswers(manifest, weights)).toThrow(/too large for float32/);
});

test('thresholds of a forest, which are compared only, may be as large as they come', () => {
  const weights = { 'forest/splits': { shape: [1, 4], values: Float32Array.of(0, -3e38, 0, 0) } };
  const { settings: meta } = readSettings(metaTrainOptions, {});
  expect(() => assertAnswers({ ...manifest, meta }, weights)).not.toThrow();
});
