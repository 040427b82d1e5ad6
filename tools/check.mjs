// npm run check: everything that guards the code, errors only.
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from './run-command.mjs';
import { compile, root, setup } from './setup.mjs';
import { StageFailed, stage } from './stage.mjs';

/** Those that take longest first. @type {[string, () => Promise<unknown>][]} */
const waiting = [
  [
    'Dependency rules',
    () => runCommand('npx', ['depcruise', '--config', '.dependency-cruiser.mjs', 'libs', 'apps', 'tools']),
  ],
  ['Dead code', () => runCommand('npx', ['knip', '--no-progress'])],
  [
    'Lint and format',
    () =>
      runCommand('npx', ['biome', 'check', '--error-on-warnings', '.'], {
        advice: 'npm run format mends most of it.',
      }),
  ],
  ['Types of programs, libraries and the dashboard', programTypes],
  ['Types of tests, benches and tools', () => compile(['-p', 'tsconfig.checks.json'])],
  ['schema.graphql', staleSchema],
  ['Sizes and exports', () => runCommand(process.execPath, ['tools/check-structure.mjs'])],
];

try {
  await setup({ dashboard: false });
  let failed = 0;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await stage(...next).catch(() => failed++);
  };
  await Promise.all([lane(), lane()]); // one for each core
  process.exit(failed > 0 ? 1 : 0);
} catch (error) {
  if (!(error instanceof StageFailed)) console.error(error);
  process.exit(1);
}

async function programTypes() {
  await compile(['-b', '--emitDeclarationOnly']); // the dashboard sees the declarations of libraries alone
  await runCommand(process.execPath, ['apps/dashboard/codegen.mjs']);
  await runCommand('npx', ['next', 'typegen'], { cwd: path.join(root, 'apps/dashboard') });
  await compile(['--noEmit', '-p', 'apps/dashboard']);
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
