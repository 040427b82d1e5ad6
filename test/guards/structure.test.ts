import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { root } from '../harness/kshot.js';

const check = () =>
  spawnSync(process.execPath, ['tools/check-structure.mjs'], { cwd: root, encoding: 'utf8' });

const folder = path.join(root, 'libs/domain/src/planted');
const index = path.join(root, 'libs/domain/src/index.ts');
const exported = readFileSync(index, 'utf8');
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(index, exported);
});

const plant = (name: string, text: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), text);
};

test('the tree as it is passes', () => {
  expect(check()).toMatchObject({ status: 0, stderr: '' });
});

test('a file of 201 lines is caught, one of 200 is not', () => {
  plant('long.ts', '//\n'.repeat(201));
  plant('fitting.ts', '//\n'.repeat(200));
  expect(check()).toMatchObject({
    status: 1,
    stderr: 'libs/domain/src/planted/long.ts has 201 lines, at most 200.\n',
  });
});

test('a folder of 26 files is caught, one of 25 is not', () => {
  for (let i = 0; i < 25; i++) plant(`file-${i}.ts`, '//\n');
  expect(check().status).toBe(0);
  plant('one-more.ts', '//\n');
  expect(check()).toMatchObject({
    status: 1,
    stderr: 'libs/domain/src/planted/ has 26 files, at most 25.\n',
  });
});

test('an export that nothing imports, and one without names, are caught', () => {
  plant('planted.ts', 'export const planted = 1;\n');
  writeFileSync(index, `${exported}export { planted } from './planted/planted.js';\n`);
  expect(check().stderr).toContain('exports planted, which nothing imports');
  writeFileSync(index, `${exported}export * from './planted/planted.js';\n`);
  expect(check().stderr).toContain('Name what is exported');
});
