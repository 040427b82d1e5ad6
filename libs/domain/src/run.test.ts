import { expect, test } from 'vitest';
import { DomainError, failureOf } from './domain-error.js';
import { canMove, hasEnded, runStatuses, statesBefore } from './run.js';

test('a finished run never moves again, and only failed and cancelled ones are queued again by hand', () => {
  expect(runStatuses.filter((to) => canMove('DONE', to))).toEqual([]);
  expect(statesBefore('QUEUED')).toEqual(['RUNNING', 'FAILED', 'CANCELLED']);
  expect(runStatuses.filter(hasEnded)).toEqual(['DONE', 'FAILED', 'CANCELLED']);
});

test('a full disk is told as such, what is ours keeps its code, the rest is INTERNAL', () => {
  expect(failureOf(Object.assign(new Error('write'), { code: 'ENOSPC' })).code).toBe('DISK_FULL');
  expect(failureOf(new DomainError('DATA_EMPTY', 'Nothing.'))).toEqual({
    code: 'DATA_EMPTY',
    message: 'Nothing.',
  });
  expect(failureOf(new TypeError('x is undefined'))).toEqual({ code: 'INTERNAL', message: 'x is undefined' });
});
