import { expect, test } from 'vitest';
import { DomainError, failureOf } from './domain-error.js';
import { hasEnded, runStatuses } from './run.js';

test('a run has ended when it is done, failed or cancelled', () => {
  expect(runStatuses.filter(hasEnded)).toEqual(['DONE', 'FAILED', 'CANCELLED']);
});

test('a failure has a code and says nothing of the inside of the server', () => {
  expect(failureOf(Object.assign(new Error('write'), { code: 'ENOSPC' })).code).toBe('DISK_FULL');
  expect(failureOf(new DomainError('DATA_EMPTY', 'Nothing.'))).toEqual({
    code: 'DATA_EMPTY',
    message: 'Nothing.',
  });
  const { code, message } = failureOf(new TypeError('x is undefined'));
  expect([code, message.includes('x is undefined')]).toEqual(['INTERNAL', false]);
  expect(failureOf(new RangeError('Array buffer allocation failed')).code).toBe('OUT_OF_MEMORY');
});
