import { expect, test } from 'vitest';
import { startTracing, traced } from './tracing.js';

test('without an endpoint a span is only what it runs', async () => {
  const stop = await startTracing('test', undefined);
  expect(await traced('a span', {}, async (note) => [note({ outcome: 'DONE' })])).toEqual([undefined]);
  await stop();
});
