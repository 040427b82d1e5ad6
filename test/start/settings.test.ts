import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '../harness/kshot.js';

test.each(['apps/api/bundle/main.js', 'apps/worker/bundle/main.js'])(
  '%s does not start with a setting that cannot be used, and says which',
  (program) => {
    const env = { ...process.env, KSHOT_API_PORT: 'http', KSHOT_NATIVE: 'maybe' };
    const { status, stderr } = spawnSync(process.execPath, [program], { cwd: root, env, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      'KSHOT_API_PORT must be a port from 0 to 65535. Correct it, or leave it out.',
      'KSHOT_NATIVE must be on or off. Correct it, or leave it out.',
    ]);
  },
);
