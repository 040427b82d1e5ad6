// npm run bench -- NAME [options]: the measurements of bench/NAME.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root, setup } from './setup.mjs';

const [name = '', ...options] = process.argv.slice(2);
/** @param {string} bench */
const scriptOf = (bench) => path.join(root, 'bench', bench, 'main.ts');
const script = scriptOf(name);
if (!name || !existsSync(script)) {
  const known = readdirSync(path.join(root, 'bench')).filter((folder) => existsSync(scriptOf(folder)));
  console.error(`Name one of: ${known.join(', ')}. For example: npm run bench -- ${known[0]}`);
  process.exit(1);
}
if (!options.includes('--json')) await setup({ dashboard: name === 'pages' });
spawn(process.execPath, ['--import', 'tsx', script, ...options], { stdio: 'inherit' }).once('exit', (code) =>
  process.exit(code ?? 1),
);
