import { expect, test } from 'vitest';
import { inOrder } from './in-order.js';
import type { FromChild } from './protocol.js';

const progressAt = (step: number): FromChild => ({
  kind: 'progress',
  progress: {
    ...{ step, steps: 9, epoch: 1, epochs: 1 },
    ...{ secondsElapsed: 1, secondsLeft: null, examplesPerSecond: null },
  },
  metrics: { loss: { steps: [step], values: [1 / step] } },
});

test('progress that waits is handled as one, with the metrics of all, before what comes after it', async () => {
  const handled: FromChild[] = [];
  let free = () => {};
  const first = new Promise<void>((resolve) => {
    free = resolve;
  });
  const queue = inOrder(async (message) => {
    handled.push(message);
    if (handled.length === 1) await first;
  });
  queue.push(progressAt(1));
  await Promise.resolve(); // it is being handled
  for (const step of [2, 3, 4, 5]) queue.push(progressAt(step));
  queue.push({ kind: 'stopped' });
  free();
  await queue.handled;
  expect(handled.map(({ kind }) => kind)).toEqual(['progress', 'progress', 'stopped']);
  expect(handled[1]).toMatchObject({
    progress: { step: 5 },
    metrics: { loss: { steps: [2, 3, 4, 5], values: [1 / 2, 1 / 3, 1 / 4, 1 / 5] } },
  });
});

test('what handling throws is heard', async () => {
  const queue = inOrder(() => Promise.reject(new Error('full')));
  queue.push(progressAt(1));
  await expect(queue.handled).rejects.toThrow('full');
});
