import { calibrationOf } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import { adviceOf } from './advice-of.js';
import { MOST_MILLISECONDS } from './pace.js';
import type { ProbedOption } from './probed-option.js';
import { type Step, takeSteps } from './take-steps.js';

/** Steps on a machine that is so many times as slow as estimated; which of them ended, when, and the times left that were told. */
async function taken(
  slowness: number,
  plan: (step: (title: string, seconds: number, needs?: Step) => Step) => Step[],
) {
  let now = 0;
  const ended: string[] = [];
  const left: number[] = [];
  const steps = plan((title, seconds, needs) => ({
    title,
    seconds,
    ...(needs ? { needs } : {}),
    async *work() {
      for (let part = 0; part < 4; part++) {
        now += (1000 * seconds * slowness) / 4;
        if (part < 3) yield undefined;
      }
      ended.push(title);
    },
  }));
  const tell = async (_: string, seconds: number) => {
    left.push(seconds);
  };
  await takeSteps(steps, tell, { begun: 0, clock: () => now });
  return { ended, left, now };
}

test('where all steps fit in the time, all are taken', async () => {
  const { ended, left } = await taken(1, (step) => [step('a', 5), step('b', 5), step('c', 5)]);
  expect(ended).toEqual(['a', 'b', 'c']);
  expect(left).toEqual([15, 10, 5]);
});

test('a step that would not end in time on so slow a machine is left out for one that does', async () => {
  const { ended, now } = await taken(4, (step) => [step('a', 2), step('long', 5), step('short', 1)]);
  expect(ended).toEqual(['a', 'short']);
  expect(now).toBeLessThan(MOST_MILLISECONDS);
});

test('a step that is under way at the end of the time is cut, and nothing is begun after it', async () => {
  const { ended, now, left } = await taken(100, (step) => [step('a', 0.6), step('b', 0.1), step('c', 0.1)]);
  expect(ended).toEqual([]);
  expect(now).toBe(30_000);
  expect(left).toHaveLength(1);
});

test('features are not computed where no head that needs them would fit, nor heads without them', async () => {
  const { ended } = await taken(1, (step) => {
    const features = step('features', 15);
    return [features, step('head', 8, features), step('plain', 1)];
  });
  expect(ended).toEqual(['plain']);
});

test('the time left never grows', async () => {
  const { left } = await taken(3, (step) => ['a', 'b', 'c', 'd', 'e'].map((title) => step(title, 1)));
  expect(left).toHaveLength(5);
  expect(left).toEqual([...left].sort((a, b) => b - a));
});

test('options that were not tried keep what other data sets say', () => {
  const option = (kind: string): ProbedOption => ({
    kind,
    technique: 'TRANSFER',
    method: 'RIDGE',
    title: kind,
    modelId: null,
    options: {},
    seconds: 1,
    memoryBytes: 1,
    storedBytes: 1,
  });
  const arm = (accuracy: number) => ({ accuracy, more: accuracy + 0.01 });
  const records = ['one', 'two', 'three'].map((data) => ({
    data,
    hash: data,
    modality: 'TEXT' as const,
    classes: 3,
    shots: 5,
    seed: 1,
    arms: { worse: arm(0.7), better: arm(0.9) },
  }));
  const { options } = adviceOf(
    { modality: 'TEXT', classes: 3, examples: 15, options: [option('worse'), option('better')] },
    { records, widths: calibrationOf(records) },
    {},
  );
  expect(options.map(({ title, accuracy }) => [title, Number(accuracy.value.toFixed(2))])).toEqual([
    ['better', 0.9],
    ['worse', 0.7],
  ]);
  expect(options[0]?.why[0]).toMatch(/^Not tried on your examples/);
});
