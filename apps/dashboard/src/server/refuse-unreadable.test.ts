import { expect, test } from 'vitest';
import { refusalOf } from './refuse-unreadable';

test.each([
  ['http://[::1/graphql', 400],
  ['*', 400],
  ['a:b', 400],
  ['/files/%zz', 400],
  ['/data?q=%zz', undefined],
  ['//[/', undefined],
])('%s is refused with %s', (url, status) => {
  expect(refusalOf({ method: 'GET', url })?.status).toBe(status);
});

test('a whole URL, as proxies send it, is read as its path', () => {
  const request = { method: 'GET', url: 'http://kshot.example/data?first=1' };
  expect(refusalOf(request)).toBeUndefined();
  expect(request.url).toBe('/data?first=1');
});
