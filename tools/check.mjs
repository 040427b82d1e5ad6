// npm run check: everything that guards the code, errors only.
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from './run-command.mjs';
import { root, setup } from './setup.mjs';
import { StageFailed, stage } from './stage.mjs';

/** @type {[string, () => Promise<unknown>][]} */
const checks = [
  ['Types of tools', () => runCommand('npx', ['tsc', '-p', 'tools'])],
  ['Types of tests', () => runCommand('npx', ['tsc', '-p', 'test'])],
  ['Types of benches', () => runCommand('npx', ['tsc', '-p', 'bench'])],
  ['Types of the dashboard', dashboardTypes],
  [
    'Lint and format',
    () =>
      runCommand('npx', ['biome', 'check', '--error-on-warnings', '.'], {
        advice: 'npm run format mends most of it.',
      }),
  ],
  [
    'Dependency rules',
    () => runCommand('npx', ['depcruise', '--config', '.dependency-cruiser.mjs', 'libs', 'apps', 'tools']),
  ],
  ['Sizes and exports', () => runCommand(process.execPath, ['tools/check-structure.mjs'])],
  ['Dead code', () => runCommand('npx', ['knip', '--no-progress'])],
  ['schema.graphql', staleSchema],
];

try {
  await setup({ dashboard: false });
  let failed = 0;
  for (const [title, check] of checks) await stage(title, check).catch(() => failed++);
  process.exit(failed > 0 ? 1 : 0);
} catch (error) {
  if (!(error instanceof StageFailed)) console.error(error);
  process.exit(1);
}

async function dashboardTypes() {
  await runCommand('npm', ['run', 'codegen', '--workspace', 'apps/dashboard']);
  await runCommand('npx', ['next', 'typegen'], { cwd: path.join(root, 'apps/dashboard') });
  await runCommand('npx', ['tsc', '--noEmit', '-p', 'apps/dashboard']);
}

/** The schema that the code gives must be the one that is checked in. */
async function staleSchema() {
  const file = path.join(tmpdir(), `kshot-schema-${process.pid}.graphql`);
  try {
    await runCommand(process.execPath, ['apps/api/dist/emit-schema.js', file]);
    if (readFileSync(file, 'utf8') !== readFileSync(path.join(root, 'schema.graphql'), 'utf8')) {
      throw new Error(
        'schema.graphql is stale. Write it again: node apps/api/dist/emit-schema.js schema.graphql',
      );
    }
  } finally {
    rmSync(file, { force: true });
  }
}
