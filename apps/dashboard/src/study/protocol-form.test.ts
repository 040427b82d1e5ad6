import { expect, test } from 'vitest';
import { protocolInput } from './protocol-form';

test('fields have defaults, and what is written goes over them', () => {
  expect(protocolInput('episodes', { 'episodes.ways': '3' }, '7')).toEqual({
    input: { episodes: { ways: 3, shots: 5, queries: 15, count: 600, seed: 7 } },
    wrong: [],
  });
  expect(protocolInput('shotCurve', { 'shotCurve.shots': '1; 4 8' }, '1').input).toEqual({
    shotCurve: { shots: [1, 4, 8], draws: 10, seed: 1 },
  });
  expect(protocolInput('split', {}, '1').input).toEqual({ split: {} });
});

test('what is no whole number is named', () => {
  expect(protocolInput('crossValidation', { 'crossValidation.folds': 'many' }, '').wrong).toEqual([
    'folds',
    'seed',
  ]);
});
