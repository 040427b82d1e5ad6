import { expect, test } from 'vitest';
import { signInAttempts } from './sign-in-attempts.js';

test('those who signed in on their browser before do not wait behind others', async () => {
  const attempts = signInAttempts();
  const never = () => new Promise<boolean>(() => undefined);
  for (let i = 0; i < 16; i++) void attempts.inTurn(never);
  await expect(attempts.inTurn(async () => true)).rejects.toMatchObject({ code: 'OVERLOADED' });
  expect(await attempts.inTurn(async () => true, true)).toBe(true);
});

test('after ten wrong passwords an address waits, others do not', () => {
  let now = 0;
  const attempts = signInAttempts(() => now);
  for (let i = 0; i < 10; i++) attempts.failed('ada@example.org');
  expect(() => attempts.assertNotTooMany('ada@example.org')).toThrow('Too many wrong passwords');
  expect(() => attempts.assertNotTooMany('bob@example.org')).not.toThrow();
  now = 15 * 60_000;
  expect(() => attempts.assertNotTooMany('ada@example.org')).not.toThrow();
});
