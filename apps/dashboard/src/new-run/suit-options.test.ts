import { expect, test } from 'vitest';
import type { MethodOptionFragment } from '@/generated/graphql';
import { type Given, suggestedTexts, suitedOptions } from './suit-options';

const option = (name: string, group: string, choices: string[] | null = null): MethodOptionFragment => ({
  name,
  group,
  label: name,
  description: '',
  kind: choices ? 'CHOICE' : 'INT',
  advanced: false,
  default: '1',
  minimum: null,
  maximum: null,
  unit: null,
  when: null,
  choices: choices ? choices.map((value) => ({ value, label: value, description: '' })) : null,
});
const options = [
  option('backbone', 'Network', ['CONVOLUTIONS', 'DENSE']),
  option('imageSize', 'Input'),
  option('textFeatures', 'Input'),
  option('rotations', 'Episodes'),
  option('epochs', 'Training'),
];
const given: Given = {
  technique: 'META',
  method: 'PROTONET',
  modality: 'IMAGE',
  classCount: 100,
  hasModel: false,
};
const names = (some: Partial<Given>) => suitedOptions(options, { ...given, ...some }).map(({ name }) => name);

test('options that other kinds of examples take are left out', () => {
  expect(names({})).toEqual(['backbone', 'imageSize', 'rotations', 'epochs']);
  expect(names({ modality: 'TEXT' })).toEqual(['backbone', 'textFeatures', 'epochs']);
  expect(names({ modality: 'TABLE' })).toEqual(['backbone', 'epochs']);
});

test('convolutions are offered for pictures alone', () => {
  const [backbone] = suitedOptions(options, { ...given, modality: 'TABLE' });
  expect(backbone?.choices?.map(({ value }) => value)).toEqual(['DENSE']);
});

test('a model to start from takes the place of the backbone', () => {
  expect(names({ hasModel: true })).toEqual(['rotations', 'epochs']);
});

test('a head that is solved for has no epochs, fine-tuning has', () => {
  expect(names({ technique: 'TRANSFER', method: 'RIDGE' })).not.toContain('epochs');
  expect(names({ technique: 'TRANSFER', method: 'FINE_TUNE' })).toContain('epochs');
});

test('the suggestion fits the data: Conv-4 for pictures, dense for the rest, no more ways than classes are left', () => {
  expect(suggestedTexts({ ...given, technique: 'PRETRAIN' })).toEqual({ network: 'CONV4' });
  expect(suggestedTexts(given)).toEqual({});
  // 10 classes: 10 · 0.8 · 0.85 = 6.8.
  expect(suggestedTexts({ ...given, modality: 'TABLE', classCount: 10 })).toEqual({
    backbone: 'DENSE',
    ways: '7',
  });
});
