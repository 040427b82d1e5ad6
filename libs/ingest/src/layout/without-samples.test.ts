import { expect, test } from 'vitest';
import { withoutSamples } from './without-samples.js';

const shown = (...names: string[]) => names.map(withoutSamples(new Set(names)));

test('class folders of Teachable Machine lose their ending', () => {
  expect(shown('Class 1-samples', 'dog-samples')).toEqual(['Class 1', 'dog']);
});

test('one class without the ending keeps that of the others', () => {
  expect(shown('cat-samples', 'dog')).toEqual(['cat-samples', 'dog']);
});

test('two names that would be the same stay', () => {
  expect(shown('cat-samples', 'cat_samples')).toEqual(['cat-samples', 'cat_samples']);
});
