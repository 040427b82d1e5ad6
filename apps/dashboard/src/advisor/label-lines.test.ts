import { expect, test } from 'vitest';
import { labelLines } from './label-lines';

test('what fits stays on one line, more is broken between words', () => {
  expect(labelLines('Ridge · no model', 18)).toEqual(['Ridge · no model']);
  expect(labelLines('Nearest centroid · no model', 18)).toEqual(['Nearest centroid ·', 'no model']);
});

test('long titles that differ at their ends are told apart', () => {
  expect(labelLines('Nearest centroid on EfficientNet-Lite2, six looks', 18)).toEqual([
    'Nearest centroid',
    '…-Lite2, six looks',
  ]);
  expect(labelLines('Nearest centroid on EfficientNet-Lite2, one look', 18)).toEqual([
    'Nearest centroid',
    '…t-Lite2, one look',
  ]);
});
