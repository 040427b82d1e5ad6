import { expect, test } from 'vitest';
import {
  collectOptions,
  defaultText,
  isAsked,
  type OptionSpec,
  parseOption,
  textOfShown,
} from './option-text';

const network: OptionSpec = {
  name: 'network',
  kind: 'CHOICE',
  default: '"DENSE"',
  choices: [
    { value: 'DENSE', label: 'Dense' },
    { value: 'CONV4', label: 'Conv-4' },
  ],
};
const widths: OptionSpec = {
  name: 'widths',
  kind: 'INTS',
  default: '[128,64]',
  minimum: 1,
  maximum: 4096,
  when: { option: 'network', values: ['DENSE'] },
};
const rate: OptionSpec = {
  name: 'learningRate',
  kind: 'FLOAT',
  default: '0.001',
  minimum: 1e-7,
  maximum: 10,
};
const epochs: OptionSpec = { name: 'epochs', kind: 'INT', default: '10', minimum: 1, maximum: 10_000 };
const all = [network, widths, rate, epochs];

test('defaults are shown as a person writes them', () => {
  expect(all.map(defaultText)).toEqual(['DENSE', '128, 64', '0.001', '10']);
});

test('an option is asked for while the other one has a value that calls for it', () => {
  expect(isAsked(widths, all, {})).toBe(true);
  expect(isAsked(widths, all, { network: 'CONV4' })).toBe(false);
});

test('numbers are read with their range, and wrong ones say what is right', () => {
  expect(parseOption(rate, '1e-2')).toEqual({ value: 0.01, error: null });
  expect(parseOption(rate, '-1').error).toBe('At least 1e-7.');
  expect(parseOption(rate, 'NaN').error).toBe('Write a number.');
  expect(parseOption(epochs, '2.5').error).toBe('Write a whole number.');
  expect(parseOption(epochs, '').error).toBe('Write a whole number.');
  expect(parseOption(epochs, '1000000').error).toBe('At most 10000.');
});

test('lists of numbers take commas and blanks', () => {
  expect(parseOption(widths, '256,128  64')).toEqual({ value: [256, 128, 64], error: null });
  expect(parseOption(widths, '256, 0').error).toBe('At least 1.');
  expect(parseOption(widths, ' ').error).toBe('Write whole numbers with commas between them.');
});

test('only what is asked and differs is sent', () => {
  expect(
    collectOptions(all, { epochs: '10', learningRate: '0.01', network: 'CONV4', widths: 'rubbish' }),
  ).toEqual({
    input: { learningRate: 0.01, network: 'CONV4' },
    errors: {},
  });
  expect(collectOptions(all, { epochs: '0' }).errors).toEqual({ epochs: 'At least 1.' });
});

test('what a run shows is read back by label or value, or not at all', () => {
  expect(textOfShown(network, 'Conv-4')).toBe('CONV4');
  expect(textOfShown(widths, '128, 64')).toBe('128, 64');
  expect(textOfShown({ ...epochs, unit: 'epochs' }, '20 epochs')).toBe('20');
  expect(textOfShown(epochs, 'ten')).toBeNull();
});
