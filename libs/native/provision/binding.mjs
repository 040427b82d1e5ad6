import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { directoryAtomically } from './atomically.mjs';
import { command } from './command.mjs';

const require = createRequire(import.meta.url);
const IN_FRONT = ['session-options.h', 'first-load.h'].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
);
const FLAGS = ['-O2', '-shared', '-fPIC', '-std=c++17', '-DNAPI_VERSION=8'];

/** Changes whenever the binding has to be compiled anew. */
export function recipe() {
  const hash = createHash('sha256').update(FLAGS.join());
  for (const header of IN_FRONT) hash.update(readFileSync(header));
  return hash.digest('hex').slice(0, 12);
}

/**
 * tfjs-node's binding, compiled once per user, source, compiler and library.
 * @param {{ tfjsNode: string, cache: string, deps: string, log: (line: string) => void }} input
 * @returns {Promise<string>} the compiled file
 */
export async function compiledBinding({ tfjsNode, cache, deps, log }) {
  const sources = join(tfjsNode, 'binding');
  const headers = join(dirname(require.resolve('node-api-headers/package.json')), 'include');
  const compiler = await command('g++', ['--version'], { seconds: 10 });
  const key = createHash('sha256').update(compiler).update(deps).update(recipe());
  for (const name of readdirSync(sources).sort()) key.update(readFileSync(join(sources, name)));
  const folder = join(cache, `binding-${key.digest('hex').slice(0, 12)}`);
  await directoryAtomically(folder, async (unfinished) => {
    log("compiling tfjs-node's binding");
    const files = readdirSync(sources).filter((name) => name.endsWith('.cc'));
    const includes = [headers, join(deps, 'include'), tfjsNode].flatMap((path) => ['-I', path]);
    const link = [
      '-L',
      join(deps, 'lib'),
      '-ltensorflow',
      '-ltensorflow_framework',
      '-Wl,-rpath,$ORIGIN/../../deps/lib',
    ];
    const output = ['-o', join(unfinished, 'tfjs_binding.node')];
    const inputs = files.map((name) => join(sources, name));
    const before = IN_FRONT.flatMap((header) => ['-include', header]);
    await command('g++', [...FLAGS, ...before, ...includes, ...inputs, ...link, ...output], { seconds: 300 });
  });
  return join(folder, 'tfjs_binding.node');
}
