import { expect, test } from 'vitest';
import { runCharts } from './run-lines';
import { extendSeries } from './series-set';

const series = extendSeries(new Map(), [
  { name: 'loss', steps: [1, 2], values: [3, 2] },
  { name: 'validationLoss', steps: [2], values: [2.5] },
  { name: 'memoryBytes', steps: [2], values: [3 * 2 ** 20] },
]);

test('a chart has the lines that the run has recorded', () => {
  const [loss] = runCharts('run', series);
  expect(loss?.lines.map(({ label }) => label)).toEqual(['each step', 'validation']);
});

test('memory is shown in MiB', () => {
  const memory = runCharts('run', series).find(({ title }) => title === 'Memory');
  expect(memory?.lines[0]?.points.values).toEqual([3]);
});

test('before anything is recorded the charts name what will come', () => {
  expect(runCharts('run', new Map())[0]?.lines).toHaveLength(3);
});
