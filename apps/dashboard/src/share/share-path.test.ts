import { expect, test } from 'vitest';
import { isSharePath, sharePath } from './share-path';

test.each([
  ['production', '/m/flowers'],
  ['staging', '/m/flowers@staging'],
])('the alias %s is shared at %s', (alias, path) => {
  expect(sharePath({ name: 'flowers', alias })).toBe(path);
});

test.each(['/m/flowers', '/m/flowers@staging', '/m/flowers%40staging'])('%s is a share page', (path) => {
  expect(isSharePath(path)).toBe(true);
});

test.each(['/m', '/m/', '/m/flowers/x', '/models/x', '/', '/x/m/flowers'])(
  '%s is not a share page',
  (path) => {
    expect(isSharePath(path)).toBe(false);
  },
);
