import { expect, test } from 'vitest';
import { knownDevice, newKnownDevice } from './known-device.js';

const device = newKnownDevice('ada@example.org', 'secret');

test('a browser is known for the address that it was made for', () => {
  expect(knownDevice(device, 'ada@example.org', 'secret')).toBe(device.split('.')[0]);
});

test.each([
  ['another address', device, 'bob@example.org', 'secret'],
  ['another server', device, 'ada@example.org', 'other'],
  ['a changed number', device.replace(/^./, (c) => (c === '0' ? '1' : '0')), 'ada@example.org', 'secret'],
  ['nothing', undefined, 'ada@example.org', 'secret'],
  ['something else', 'x', 'ada@example.org', 'secret'],
])('it is not known with %s', (_, given, address, secret) => {
  expect(knownDevice(given, address, secret)).toBeNull();
});
