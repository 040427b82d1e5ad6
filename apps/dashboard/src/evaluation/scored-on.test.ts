import { expect, test } from 'vitest';
import { scoredOn } from './scored-on';

const option = (name: string, label: string, value: string, isDefault: boolean) => ({
  name,
  label,
  value,
  isDefault,
});
const version = { number: 1, dataSet: { name: 'Iris' } };
const options = [option('method', 'Method', 'SVM', false), option('penalty', 'Penalty', '0', true)];

test('an evaluation is told apart by its data set', () => {
  expect(scoredOn({ name: 'SVM · no model', options, version })).toEqual({
    title: 'SVM',
    details: 'on Iris',
  });
});

test('a later version and a changed option are told apart, too', () => {
  const changed = [...options, option('transform', 'Features', 'Standardised', false)];
  const scored = { name: 'SVM · MobileNet', options: changed, version: { ...version, number: 3 } };
  expect(scoredOn(scored)).toEqual({
    title: 'SVM · MobileNet',
    details: 'on Iris, version 3, features Standardised',
  });
});
