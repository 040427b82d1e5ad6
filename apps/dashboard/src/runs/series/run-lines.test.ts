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

test('a meta-run shows its validation with the interval as a band', () => {
  const recorded = extendSeries(new Map(), [
    { name: 'validationAccuracy', steps: [100], values: [0.6] },
    { name: 'validationAccuracyLow', steps: [100], values: [0.5] },
    { name: 'validationAccuracyHigh', steps: [100], values: [0.7] },
    { name: 'episodesPerSecond', steps: [100], values: [40] },
  ]);
  const charts = runCharts('run', recorded, { technique: 'META' }).filter(({ lines }) => lines.length > 0);
  expect(charts.map(({ title }) => title)).toEqual(['Accuracy on episodes', 'Loss', 'Speed']);
  expect(charts[0]?.lines[0]?.points).toMatchObject({ minima: [0.5], maxima: [0.7] });
});

test('tuning an encoder shows losses of different kinds in charts of their own', () => {
  const charts = runCharts('run', series, { technique: 'TRANSFER', method: 'TUNE_ENCODER' });
  const titles = charts.filter(({ lines }) => lines.length > 0).map(({ title }) => title);
  expect(titles).toEqual(['Training loss, with contrast', 'Held-out loss', 'Memory']);
});
