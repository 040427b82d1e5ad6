import { expect, test, vi } from 'vitest';

test.each([
  ['', '/files/a.csv', '/files/a.csv', '/runs?q=a'],
  ['/kshot', '/files/a.csv', '/kshot/files/a.csv', '/kshot/runs?q=a'],
])(
  'under the base path %j addresses begin with it, and paths of ours do without',
  async (base, path, full, at) => {
    vi.stubEnv('KSHOT_BASE_PATH', base);
    vi.resetModules();
    const { address, herePath } = await import('./address');
    vi.unstubAllEnvs();
    const { pathname, search } = new URL(at, 'http://kshot.test');
    expect([address(path), herePath({ pathname, search })]).toEqual([full, '/runs?q=a']);
  },
);
