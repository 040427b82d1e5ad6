import type { RunStatus } from '@kshot/domain';
import { expect, test } from 'vitest';
import { assertCancelled, assertRetried } from './end-task.js';

const said = (assert: typeof assertCancelled, status: RunStatus): string => {
  try {
    assert(false, { what: 'run', status });
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};
const CHANGED = 'The run changed at the same moment. Ask again.';

test.each([
  ['QUEUED', CHANGED],
  ['RUNNING', CHANGED],
  ['DONE', 'The run is done already; there is nothing to cancel.'],
  ['CANCELLED', 'The run is cancelled already; there is nothing to cancel.'],
] as const)('what is not cancelled and is %s afterwards', (status, message) => {
  expect(said(assertCancelled, status)).toBe(message);
});

test.each([
  ['FAILED', CHANGED],
  ['CANCELLED', CHANGED],
  ['DONE', 'The run is done; only failed and cancelled runs are retried.'],
  ['RUNNING', 'The run is running; only failed and cancelled runs are retried.'],
] as const)('what is not retried and is %s afterwards', (status, message) => {
  expect(said(assertRetried, status)).toBe(message);
});
