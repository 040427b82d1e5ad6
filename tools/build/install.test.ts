import { expect, test } from 'vitest';
import { addressed } from './install.mjs';

const packages = {
  '': { name: 'kshot' },
  'node_modules/@kshot/domain': { resolved: 'libs/domain', link: true },
  'node_modules/a/node_modules/@scope/b': { version: '1.2.0', integrity: 'sha512-x' },
  'node_modules/playwright': { name: 'playwright-core', version: '2.0.0', integrity: 'sha512-y' },
};
const resolved = (registry: string) => {
  const lock = JSON.parse(addressed(JSON.stringify({ lockfileVersion: 3, packages }), registry));
  return Object.values<{ resolved?: string }>(lock.packages).map((entry) => entry.resolved);
};

test('each package of the registry has its address there, and no other', () => {
  expect(resolved('https://example.org/npm/')).toEqual([
    undefined,
    'libs/domain',
    'https://example.org/npm/@scope/b/-/b-1.2.0.tgz',
    'https://example.org/npm/playwright-core/-/playwright-core-2.0.0.tgz',
  ]);
});
