import { expect, test } from 'vitest';
import { ownPath, signInPath } from './sign-in-path';

test('the way back goes along in the address', () => {
  expect(signInPath('/runs?search=a&b')).toBe('/sign-in?to=%2Fruns%3Fsearch%3Da%26b');
});

test.each([
  '//evil.test',
  '/\\evil.test',
  '/\t/evil.test',
  '/\n\\evil.test',
  'http://evil.test',
  '',
  null,
  '/sign-in?to=/',
])('%j is not a way back', (to) => {
  expect(ownPath(to)).toBe('/');
});

test('a path is given as a header can hold it', () => {
  expect(ownPath('/daten/Äpfel\r\nX: y')).toBe('/daten/%C3%84pfelX:%20y');
});

test('a path of the dashboard is a way back', () => {
  expect(ownPath('/runs?search=a')).toBe('/runs?search=a');
});
