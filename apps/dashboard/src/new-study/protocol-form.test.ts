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

test('folds keep together what is named', () => {
  const texts = { 'crossValidation.groupBy': 'nameBefore', 'crossValidation.groupText': '_' };
  expect(protocolInput('crossValidation', texts, '1')).toEqual({
    input: { crossValidation: { folds: 5, repeats: 1, grouping: { nameBefore: '_' }, seed: 1 } },
    wrong: [],
  });
  const without = { 'crossValidation.groupBy': 'column' };
  expect(protocolInput('crossValidation', without, '1').wrong).toEqual(['grouping']);
});

test('a study of episodes may stop early, an evaluation alone may not', () => {
  const texts = { 'episodes.stopEarly': 'yes' };
  expect(protocolInput('episodes', texts, '1').input.episodes).toMatchObject({ stopEarly: {} });
  expect(protocolInput('episodes', texts, '1', true).input.episodes).not.toHaveProperty('stopEarly');
  expect(protocolInput('shotCurve', texts, '1').input.shotCurve).not.toHaveProperty('stopEarly');
});

test('what is no whole number is named', () => {
  expect(protocolInput('crossValidation', { 'crossValidation.folds': 'many' }, '').wrong).toEqual([
    'folds',
    'seed',
  ]);
});
