import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';
import { root } from '../harness/kshot.js';

/** For each rule a file that breaks it, and what it imports. */
const planted: Readonly<Record<string, readonly [file: string, imports: string]>> = {
  'no-cycles': ['libs/domain/src/planted-cycle-a.ts', './planted-cycle-b.js'],
  'fewshot-knows-only-tfjs-core-and-distributions': ['libs/fewshot/src/planted.ts', 'node:fs'],
  'domain-knows-only-fewshot': ['libs/domain/src/planted.ts', '../../store/src/open-store.js'],
  'libs-know-no-apps': ['libs/native/src/planted.ts', '../../../apps/api/src/context.js'],
  'store-ingest-native-are-apart': ['libs/ingest/src/planted.ts', '../../native/src/engine.js'],
  'apps-are-apart': ['apps/worker/src/planted.ts', '../../api/src/context.js'],
  'dashboard-imports-nothing-of-ours': [
    'apps/dashboard/src/planted.ts',
    '../../../libs/domain/src/limits.js',
  ],
  'libs-are-entered-by-their-index': ['apps/api/src/planted-index.ts', '../../../libs/store/src/database.js'],
  'database-only-in-store': ['apps/api/src/planted.ts', 'pg'],
};
const back = 'libs/domain/src/planted-cycle-b.ts';
const files = [...Object.values(planted).map(([file]) => file), back];

const cruise = () =>
  spawnSync('npx', ['depcruise', '--config', '.dependency-cruiser.mjs', 'libs', 'apps'], {
    cwd: root,
    encoding: 'utf8',
  });

let clean: ReturnType<typeof cruise>;
let found: ReturnType<typeof cruise>;
beforeAll(() => {
  clean = cruise();
  for (const [file, imports] of [...Object.values(planted), [back, './planted-cycle-a.js'] as const]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), `import '${imports}';\n`);
  }
  found = cruise();
});
afterAll(() => {
  for (const file of files) rmSync(path.join(root, file), { force: true });
});

test('without planted files no rule is broken', () => {
  expect(clean.stdout).toContain('no dependency violations found');
});

test('every rule has a planted violation', () => {
  expect(Object.keys(planted).sort()).toEqual(configuration.forbidden?.map(({ name }) => name).sort());
});

test.each(Object.entries(planted))('%s catches its planted violation', (rule, [file]) => {
  expect(found.status).not.toBe(0);
  const lines = found.stdout.split('\n').filter((line) => line.includes(`error ${rule}:`));
  expect(lines.join('\n')).toContain(file);
});
