import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { root } from '../harness/kshot.js';

const planted = path.join(root, 'libs/domain/src/planted-violation.ts');
afterEach(() => rmSync(planted, { force: true }));

const cruise = () =>
  spawnSync('npx', ['depcruise', '--config', '.dependency-cruiser.mjs', 'libs/domain/src'], {
    cwd: root,
    encoding: 'utf8',
  });

test('a planted import against the direction is caught', () => {
  expect(cruise().status).toBe(0);
  writeFileSync(planted, "export * from '../../store/src/open-store.js';\n");
  const { status, stdout } = cruise();
  expect(status).not.toBe(0);
  expect(stdout).toContain('domain-knows-only-fewshot');
});
