import { expect, test } from 'vitest';
import { type Comparison, entriesOf } from './entry';

const evaluation = (id: string, position: number, value: number | null) =>
  ({ id, name: id, position, progress: { accuracy: value === null ? null : { value } } }) as never;

test('the best comes first, those without a figure last', () => {
  const found = entriesOf(
    [evaluation('a', 0, null), evaluation('b', 1, 0.5), evaluation('c', 2, 0.7)],
    null,
    'ACCURACY',
  );
  expect(found.map((one) => one.evaluation.id)).toEqual(['c', 'b', 'a']);
  expect(found.map(({ tied }) => tied)).toEqual([null, null, null]);
});

test('of a loss less is better', () => {
  const figure = (value: number) =>
    ({ value, low: null, high: null, method: 'BOOTSTRAP', of: 'EXAMPLES' }) as const;
  const comparison: Comparison = {
    metric: 'LOG_LOSS',
    values: 2,
    standings: [
      { evaluationId: 'a', rank: 1, tiedWithBest: true, figure: figure(0.2) },
      { evaluationId: 'b', rank: 2, tiedWithBest: false, figure: figure(0.9) },
    ],
    pairs: [],
  };
  const found = entriesOf([evaluation('b', 0, 0.1), evaluation('a', 1, 0.9)], comparison, 'LOG_LOSS');
  expect(found.map((one) => [one.evaluation.id, one.tied])).toEqual([
    ['a', true],
    ['b', false],
  ]);
});
