// Everything between a clone and something that runs: dependencies, native backend, generated code, builds.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildFolder } from '../apps/dashboard/build-folder.mjs';
import { libraryAhead, provisionNative } from '../libs/native/provision/provision.mjs';
import { bundleSample, bundleServers } from './build/bundle.mjs';
import { install } from './build/install.mjs';
import { isStale, whenStale } from './build/stale.mjs';
import { parts, transpile } from './build/transpile.mjs';
import { runCommand } from './run-command.mjs';
import { stage } from './stage.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const { platform, arch } = process;
/** TypeScript 7, a program without an API: what reads sources by one (Next.js, knip, dependency-cruiser) has version 5. */
export const compiler = `node_modules/@typescript/typescript-${platform}-${arch}/lib/tsc${platform === 'win32' ? '.exe' : ''}`;
/** Compiles or checks. @param {string[]} args @param {string} [advice] */
export const compile = (args, advice = '') => runCommand(compiler, args, { advice });

/**
 * @typedef {{ dashboard?: boolean, native?: boolean, builds?: boolean, bundles?: boolean, checks?: boolean }} Parts `checks`: what
 * only tests, checks and measurements need
 * @param {Parts} [parts] what to leave out
 */
export const setup = async (parts) => void (await Promise.all(Object.values(await setupBegun(parts))));

/**
 * Installs dependencies and begins all that follows from them; what it resolves with says when parts of it are there, so that these are
 * used while others are still being built.
 * @param {Parts} [parts] @returns {Promise<{ sources: Promise<void>, servers: Promise<unknown>, dashboard: Promise<void> }>}
 */
export async function setupBegun({
  dashboard = true,
  native = true,
  builds = true,
  bundles = true,
  checks = true,
} = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Kshot needs Node 20.19 or newer; this is ${process.version}.`);
  }
  const ahead = native && isStale(...INSTALLED) ? libraryAhead() : undefined;
  await stage('Dependencies', (note) => dependencies(note, checks));
  const after = async (
    /** @type {unknown} */ before,
    /** @type {boolean} */ wanted,
    /** @type {() => unknown} */ work,
  ) => {
    await before;
    if (wanted) await work();
  };
  const backend = after(ahead, native, () => stage('Native TensorFlow backend', nativeBackend));
  const client = stage('Database client', prismaClient);
  const most = after(undefined, builds, () =>
    stage('Sources', () => transpile(parts.filter((part) => part !== GENERATED_IN))),
  );
  const sources = after(Promise.all([client, most]), builds, () => transpile([GENERATED_IN]));
  const bundled = after(sources, builds, () => stage('API and worker', () => servers(bundles)));
  // It contains what the libs are compiled to.
  const pages = after(most, builds && dashboard, () =>
    stage('Dashboard', async (note) => dashboardBuild(note, await basePathWanted())),
  );
  const begun = { sources, servers: Promise.all([backend, bundled]), dashboard: pages };
  for (const work of Object.values(begun)) work.catch(() => undefined); // those who wait for it are told
  return begun;
}

/** @typedef {(text: string) => void} Note */

/** Where the database client is generated: it is compiled with that. */
const GENERATED_IN = 'libs/store';

/** What says which packages are installed, and where they are named. @type {[string, string[]]} */
const INSTALLED = ['node_modules/.kshot-lock', ['package-lock.json']];

/** Half as much is fetched without what only checks need; what has been installed for them serves a start as well. @param {Note} note @param {boolean} checks */
async function dependencies(note, checks) {
  const advice = 'Look at the network and the settings of npm, then start again.';
  const without = checks || !isStale(...INSTALLED) ? [] : ['--omit=dev'];
  const done = await whenStale(...INSTALLED, () => install(without, advice), without.join());
  note(done ? 'installed from the lock file' : 'up to date');
}

async function basePathWanted() {
  const { readServerSettings } = await import('@kshot/domain');
  return readServerSettings(process.env).basePath;
}

/** @param {Note} note */
async function nativeBackend(note) {
  const { way, native, reasons } = await provisionNative({ log: (line) => console.log(`    ${line}`) });
  if (!native) for (const reason of reasons) console.log(`    tried ${reason}`);
  note(native ? way : 'NOT AVAILABLE: pure JavaScript instead, many times slower');
}

/** @param {Note} note */
async function prismaClient(note) {
  const done = await whenStale(
    'libs/store/src/generated/.stamp',
    ['prisma/schema.prisma', 'package-lock.json'],
    async () => {
      await runCommand(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
        env: { PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      });
    },
  );
  note(done ? 'generated' : 'up to date');
}

/** @param {boolean} bundles */
async function servers(bundles) {
  const sources = ['libs/device/src', 'libs/domain/src', 'libs/fewshot/src', 'package-lock.json'];
  if (bundles) await bundleServers();
  await whenStale('libs/device/dist/.sample-stamp', sources, bundleSample);
}

/** A build for a base path, beside those for others. @param {Note} note @param {string} basePath */
export async function dashboardBuild(note, basePath) {
  const sources = [
    'apps/dashboard',
    'libs/device/src',
    'libs/domain/src',
    'libs/fewshot/src',
    'schema.graphql',
    'package-lock.json',
  ];
  const build = async () => {
    await runCommand(process.execPath, ['apps/dashboard/codegen.mjs']);
    await runCommand(process.execPath, ['node_modules/next/dist/bin/next', 'build', 'apps/dashboard'], {
      env: { NEXT_TELEMETRY_DISABLED: '1', KSHOT_BASE_PATH: basePath },
    });
  };
  const stamp = `apps/dashboard/${buildFolder(basePath)}/.kshot-stamp`;
  const done = await whenStale(stamp, sources, build);
  note(done ? 'built' : 'up to date');
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  const left = (/** @type {string} */ name) => process.argv.includes(`--no-${name}`);
  await setup({ dashboard: !left('dashboard'), checks: !left('checks') }).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
