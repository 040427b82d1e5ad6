import { expect, test } from 'vitest';
import { isPassword, newSecret, passwordDigest } from './secrets.js';

test('a password is known by its digest, which differs each time', async () => {
  const [one, two] = [await passwordDigest('correct horse'), await passwordDigest('correct horse')];
  expect(one).not.toBe(two);
  expect(one).not.toContain('correct');
  expect(await isPassword('correct horse', one)).toBe(true);
  expect(await isPassword('correct hors', one)).toBe(false);
});

test('nobody has no password', async () => {
  expect(await isPassword('', null)).toBe(false);
});

test('an accent may be written in two ways', async () => {
  expect(await isPassword('cafe\u0301 au lait', await passwordDigest('caf\u00e9 au lait'))).toBe(true);
});

test('secrets differ, and say what they are', () => {
  expect(newSecret('kshot_key')).toMatch(/^kshot_key_[\w-]{43}$/);
  expect(newSecret('kshot_key')).not.toBe(newSecret('kshot_key'));
});
