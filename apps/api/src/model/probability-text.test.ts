import type { ModelManifest } from '@kshot/domain';
import { expect, test } from 'vitest';
import { howToHoldOut, probabilityText } from './probability-text.js';

const manifest: ModelManifest = {
  format: 'kshot-model-1',
  input: { modality: 'TABLE', columns: [] },
  network: { inputShape: [1], layers: [] },
  classes: ['a', 'b'],
  head: 'RIDGE',
};
const sureness = [{ strength: 0, answered: 1, accuracy: 0.9 }];

test('the temperature is named with the number of examples that it was fitted on', () => {
  expect(probabilityText({ ...manifest, sureness, scaling: { temperature: 0.41234, examples: 617 } })).toBe(
    'Calibrated by a temperature of 0.412 (Guo 2017), fitted on 617 held-out examples.',
  );
});

test('of a few held-out examples it is said how far probabilities may be off', () => {
  const scaling = { temperature: 0.0509, examples: 16 };
  expect(probabilityText({ ...manifest, sureness, scaling })).toMatch(/They are few: .* 25 points off\.$/);
});

test('where nothing was held out the sentence says why and what to do', () => {
  expect(probabilityText(manifest)).toMatch(/^Not calibrated.* a single training example.* train again\.$/);
  expect(howToHoldOut(manifest)).toMatch(/a single training example/);
});

test('votes are not scaled', () => {
  expect(probabilityText({ ...manifest, sureness, head: 'NEAREST_NEIGHBOURS' })).toMatch(/^Shares of votes/);
});

test('nothing is said of a network without a fitted head', () => {
  const { head: _, ...network } = manifest;
  expect(probabilityText(network)).toBeNull();
});
