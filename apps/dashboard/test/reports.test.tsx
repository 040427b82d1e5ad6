import { expect, test } from 'vitest';
import { ComparedHeads } from '@/report/compared-heads';
import { ConfusionMatrix } from '@/report/confusion-matrix';
import { RunConfiguration } from '@/runs/run-configuration';
import { RunFigures } from '@/runs/run-figures';
import { RunProgressLine } from '@/runs/run-progress';
import { shown } from './shown';

const option = (label: string, group: string) => ({
  name: label.toLowerCase(),
  label,
  group,
  value: '1',
  isDefault: true,
});
const run = {
  technique: 'TRANSFER' as const,
  method: 'AUTO',
  status: 'RUNNING' as const,
  progress: null,
  summary: [],
  report: null,
  episodeReport: null,
  parent: null,
  split: null,
  version: {
    id: 'v1',
    testWarnings: [],
    number: 1,
    modality: 'TABLE' as const,
    dataSet: { id: 'd1', name: 'Trees' },
  },
  options: [option('Features', 'Method'), option('Looks', 'Method'), option('Epochs', 'Training')],
};

test('the heads that were compared are listed with their intervals, the chosen one marked', async () => {
  const head = (title: string, accuracy: number, chosen: boolean) => ({
    __typename: 'ComparedHead' as const,
    method: title,
    title,
    accuracy,
    accuracyLow: accuracy - 0.1,
    accuracyHigh: accuracy + 0.05,
    chosen,
  });
  const screen = await shown(
    <ComparedHeads heads={[head('Ridge', 0.9, true), head('Nearest centroid', 0.8, false)]} />,
  );
  const rows = screen.getByRole('listitem').elements();
  expect(rows.map((row) => row.textContent?.replaceAll(/\s/g, ' '))).toEqual([
    'Ridge chosen90.0 %80.0 % – 95.0 %',
    'Nearest centroid80.0 %70.0 % – 85.0 %',
  ]);
});

test('a run that is solved for shows no options of training, and none of other kinds of examples', async () => {
  const screen = await shown(<RunConfiguration run={run} />);
  const names = screen.getByRole('term').elements();
  expect(names.map((name) => name.textContent)).toEqual(['Features', 'Split']);
});

test('a run that is solved for has no empty figures while it runs', async () => {
  const screen = await shown(<RunFigures run={run} />);
  const names = screen.getByRole('term').elements();
  expect(names.map((name) => name.textContent)).toEqual(['Training time']);
});

test('the headline of a test names the class without an example', async () => {
  const report = { accuracy: 1, accuracyLow: 0.977, accuracyHigh: 1, untestedClasses: ['tiny'] } as never;
  const screen = await shown(<RunFigures run={{ ...run, report }} />);
  await expect.element(screen.getByText('No example of “tiny” was tested.')).toBeVisible();
});

const confusionOf = (count: number) => {
  const classes = Array.from({ length: count }, (_, i) => `class ${i}`);
  return { classes, counts: classes.map((_, i) => classes.map((_, j) => (i === j ? 4 : 0))) };
};

test('a wide confusion matrix scrolls by itself and by keys, and the page does not', async () => {
  const screen = await shown(<ConfusionMatrix confusion={confusionOf(40)} />);
  const box = screen.getByRole('region', { name: 'Confusion matrix, scrolling' });
  await expect.element(box).toHaveAttribute('tabindex', '0');
  expect(box.element().scrollWidth).toBeGreaterThan(box.element().clientWidth);
  expect(document.documentElement.scrollWidth).toBe(window.innerWidth);
});

test('a confusion matrix that fits is no stop of the keyboard', async () => {
  const screen = await shown(<ConfusionMatrix confusion={confusionOf(3)} />);
  const box = screen.getByRole('region', { name: 'Confusion matrix, scrolling' });
  await expect.element(box).not.toHaveAttribute('tabindex');
});

const step = { step: 3, steps: 100, epoch: 0, epochs: 10, secondsElapsed: 2, secondsLeft: 9 };

test.each([
  ['FINE_TUNE', 'Epoch 0 of 10Step 3 of 100'],
  ['TUNE_ENCODER', 'Step 3 of 100'],
])('the progress of the method %s says %s', async (method, text) => {
  const training = { ...run, method, progress: step } as never;
  const screen = await shown(<RunProgressLine run={training} />);
  expect(screen.getByRole('paragraph').element().textContent).toMatch(new RegExp(`^${text}2`));
});
