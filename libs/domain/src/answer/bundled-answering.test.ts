import { expect, test } from 'vitest';
import type { ModelManifest } from '../model-manifest.js';
import { readAnswering } from './bundled-answering.js';

const manifest: ModelManifest = {
  format: 'kshot-model-1',
  input: { modality: 'TABLE', columns: [] },
  network: { inputShape: [1], layers: [] },
  classes: ['healthy', 'sick'],
  sureness: [{ strength: 0, answered: 1, accuracy: 0.9 }],
  twoClasses: { positives: 5, negatives: 5, areaUnderRoc: 1, averagePrecision: [1, 1], points: [] as never },
};
const written = { answered: 0.6, decision: { positive: 'sick', threshold: 0.161, costs: null } };

test('threshold and share of answers come back as they were', () => {
  expect(readAnswering(JSON.stringify(written), manifest)).toEqual(written);
});

test.each([
  ['a share above 1', { ...written, answered: 5 }],
  ['a class that the model lacks', { ...written, decision: { ...written.decision, positive: 'old' } }],
  ['nothing at all', {}],
])('%s is refused', (_, changed) => {
  expect(() => readAnswering(JSON.stringify(changed), manifest)).toThrow(/answering\.json/);
});

test('what is not JSON is refused', () => {
  expect(() => readAnswering('{', manifest)).toThrow(/answering\.json/);
});
