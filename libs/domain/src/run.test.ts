import { expect, test } from 'vitest';
import { DomainError, failureOf } from './domain-error.js';
import { hasEnded, runStatuses } from './run.js';

test('a run has ended when it is done, failed or cancelled', () => {
  expect(runStatuses.filter(hasEnded)).toEqual(['DONE', 'FAILED', 'CANCELLED']);
});

test.each([
  ['a file', { code: 'ENOSPC' }],
  ['a quota', { code: 'EDQUOT' }],
  ['a statement of PostgreSQL', { code: '53100' }],
  [
    'a query of Prisma',
    { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '53100' } } } },
  ],
])('%s that has no room is DISK_FULL', (_, error) => {
  expect(failureOf(Object.assign(new Error('write'), error)).code).toBe('DISK_FULL');
});

test('a failure has a code and says nothing of the inside of the server', () => {
  expect(failureOf(new DomainError('DATA_EMPTY', 'Nothing.'))).toEqual({
    code: 'DATA_EMPTY',
    message: 'Nothing.',
  });
  const { code, message } = failureOf(new TypeError('x is undefined'));
  expect([code, message.includes('x is undefined')]).toEqual(['INTERNAL', false]);
  expect(failureOf(new RangeError('Array buffer allocation failed')).code).toBe('OUT_OF_MEMORY');
});
