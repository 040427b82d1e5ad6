// Puts each program of a server and all that it imports into a few files: to find and load 2,000 small ones takes longer than to start.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { whenStale } from './stale.mjs';
import { stampOf } from './transpile.mjs';

/** Programs by the app they are of, below its compiled sources. All of a folder find each other there by `import.meta.url`. */
const programs = {
  api: ['main.js', 'predict/predictor-child.js', 'study/compare-thread.js'],
  worker: ['main.js', 'attempt/child.js'],
};

/** Not there in every installation, or loaded when first asked for. Arguments are checked by our own code. */
const seldom = ['@opentelemetry/*', 'class-validator', 'h5wasm', 'pg-native'];

/**
 * Those that have native parts, read files beside themselves, or must be there once for others that are outside, stay outside. They
 * are CommonJS: required, they come sooner than imported, which looks through their text for what they export.
 * @type {import('esbuild').Plugin}
 */
const outside = {
  name: 'outside',
  setup(build) {
    const namespace = 'outside';
    build.onResolve({ filter: /^(@tensorflow\/|altair-static$|sharp$)/ }, ({ path, namespace: from }) =>
      from === namespace ? { path, external: true } : { path, namespace },
    );
    build.onLoad({ filter: /./, namespace }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

/** What CommonJS in a module asks for. */
const banner = `import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);`;

/** Writes apps/api/bundle and apps/worker/bundle, where something compiled has changed. */
export async function bundleServers() {
  const compiled = ['libs/fewshot', 'libs/domain', 'libs/native', 'libs/ingest', 'libs/store'];
  for (const [app, names] of Object.entries(programs)) {
    const sources = [...compiled, `apps/${app}`].map(stampOf);
    await whenStale(
      `apps/${app}/bundle/.stamp`,
      [...sources, 'tools/build/bundle.mjs', 'package-lock.json'],
      () => bundled(app, names),
    );
  }
}

/** Writes what a page of a downloaded model runs, as one script. */
export async function bundleSample() {
  const { build, stop } = await import('esbuild'); // not before dependencies are there
  await build({
    entryPoints: ['libs/device/dist/sample.js'],
    outfile: 'libs/device/dist/sample.min.js',
    bundle: true,
    minify: true,
    format: 'iife',
    logLevel: 'error',
  });
  await stop();
}

/** @param {string} app @param {string[]} names */
async function bundled(app, names) {
  const { build, stop } = await import('esbuild');
  const outdir = path.resolve('apps', app, 'bundle');
  const { outputFiles } = await build({
    entryPoints: names.map((name) => `apps/${app}/dist/${name}`),
    outdir,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    sourcemap: true,
    sourcesContent: false,
    external: seldom,
    plugins: [outside],
    banner: { js: banner },
    logLevel: 'error',
    write: false,
  });
  await stop();
  replaceFiles(outdir, new Map(outputFiles.map((file) => [path.basename(file.path), file.contents])));
}

/** How many builds are kept: programs that run load parts of theirs later. */
const KEPT = 3;

/** Touches only what has changed, and deletes what is of none of the last builds. @param {string} dir @param {Map<string, Uint8Array>} files by their names */
function replaceFiles(dir, files) {
  mkdirSync(dir, { recursive: true });
  for (const [name, contents] of files) {
    const file = path.join(dir, name);
    if (!existsSync(file) || !readFileSync(file).equals(contents)) writeFileSync(file, contents);
  }
  const list = path.join(dir, '.builds');
  /** @type {string[][]} names of files by build, the newest first */
  const builds = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  const kept = [[...files.keys()], ...builds].slice(0, KEPT);
  for (const name of readdirSync(dir))
    if (!name.startsWith('.') && !kept.flat().includes(name)) rmSync(path.join(dir, name));
  writeFileSync(list, JSON.stringify(kept));
}
