import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';
import { root } from '../harness/kshot.js';

/** For each rule a file that breaks it, and what it imports; where a folder is reported, its path. */
const planted: Readonly<Record<string, readonly [file: string, imports: string, reported?: string]>> = {
  'no-cycles': ['libs/domain/src/planted-cycle-a.ts', './planted-cycle-b.js'],
  'api-folders-form-no-circles': [
    'apps/api/src/schema/planted.ts',
    '../model/model.type.js',
    'apps/api/src/schema →',
  ],
  'api-files-form-no-circles': ['apps/api/src/planted-cycle-a.ts', './planted-cycle-b.js'],
  'fewshot-knows-only-tfjs-core-and-distributions': ['libs/fewshot/src/planted.ts', 'node:fs'],
  'domain-knows-only-fewshot': ['libs/domain/src/planted.ts', '../../store/src/open-store.js'],
  'libs-know-no-apps': ['libs/native/src/planted.ts', '../../../apps/api/src/context.js'],
  'store-ingest-native-are-apart': ['libs/ingest/src/planted.ts', '../../native/src/engine.js'],
  'apps-are-apart': ['apps/worker/src/planted.ts', '../../api/src/context.js'],
  'dashboard-imports-what-browsers-need': [
    'apps/dashboard/src/planted.ts',
    '../../../libs/domain/src/limits.js',
  ],
  'links-fetch-when-pointed-at': ['apps/dashboard/src/planted-link.ts', 'next/link'],
  'device-knows-domain-and-fewshot': ['libs/device/src/planted.ts', '../../store/src/open-store.js'],
  'libs-are-entered-by-their-index': ['apps/api/src/planted-index.ts', '../../../libs/store/src/database.js'],
  'database-only-in-store': ['apps/api/src/planted.ts', 'pg'],
};
/** The other halves of cycles. In the API a type is enough. */
const backs: Readonly<Record<string, string>> = {
  'libs/domain/src/planted-cycle-b.ts': "import './planted-cycle-a.js';\n",
  'apps/api/src/planted-cycle-b.ts': "import type {} from './planted-cycle-a.js';\n",
};
const texts = Object.entries({
  ...Object.fromEntries(Object.values(planted).map(([file, imports]) => [file, `import '${imports}';\n`])),
  ...backs,
});

/** Of the tree as it is, `npm run check` says that it breaks none. */
const cruise = () =>
  spawnSync('npx', ['depcruise', '--config', '.dependency-cruiser.mjs', 'libs', 'apps'], {
    cwd: root,
    encoding: 'utf8',
  });

let found: ReturnType<typeof cruise>;
beforeAll(() => {
  for (const [file, text] of texts) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  found = cruise();
});
afterAll(() => {
  for (const [file] of texts) rmSync(path.join(root, file), { force: true });
});

test('every rule has a planted violation', () => {
  expect(Object.keys(planted).sort()).toEqual(configuration.forbidden?.map(({ name }) => name).sort());
});

test.each(Object.entries(planted))('%s catches its planted violation', (rule, [file, , reported = file]) => {
  expect(found.status).not.toBe(0);
  const lines = found.stdout.split('\n').filter((line) => line.includes(`error ${rule}:`));
  expect(lines.join('\n')).toContain(reported);
});
