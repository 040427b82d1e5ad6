// npm start: from a clone to a running Kshot. npm run dev (--watch): the same, and what is edited is compiled and reloaded.
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endLeftovers, processGroup } from './processes.mjs';
import { runCommand } from './run-command.mjs';
import { root, setupBegun } from './setup.mjs';
import { StageFailed, stage } from './stage.mjs';

const home = path.resolve(process.env.KSHOT_HOME ?? path.join(root, '.kshot'));
const apiPort = Number(process.env.KSHOT_API_PORT ?? 4400);
const dashboardPort = Number(process.env.KSHOT_DASHBOARD_PORT ?? 4401);
const host = process.env.KSHOT_HOST ?? '127.0.0.1';
const watching = process.argv.includes('--watch');
const base = process.env.KSHOT_BASE_PATH ?? '';
const api = `http://127.0.0.1:${apiPort}`;
const dashboard = `http://127.0.0.1:${dashboardPort}`;

/** @type {(() => Promise<void>)[]} last started, first stopped */
const stops = [];
let stopping = false;

/** @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping …');
  for (const end of stops.reverse()) await end().catch(() => undefined);
  process.exit(code);
}
/** @param {string} name */
function giveUp(name) {
  console.error(`The ${name} keeps ending; see above why.`);
  void stop(1);
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => void stop(0));
// npm passes a signal to the shell that it started, which ends without passing it on.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && void stop(0), 250).unref();

try {
  const started = Date.now();
  const processFile = path.join(home, 'processes.json');
  const left = await endLeftovers(processFile);
  if (left.length > 0) console.log(`  ended what an earlier start had left running: ${left.join(', ')}`);
  await assertFree(apiPort, 'KSHOT_API_PORT');
  await assertFree(dashboardPort, 'KSHOT_DASHBOARD_PORT');
  const built = await setupBegun({ dashboard: !watching, bundles: !watching, checks: watching });
  await built.sources;
  const { readServerSettings, unknownSettings } = await import('@kshot/domain');
  readServerSettings(process.env); // throws, before anything is started, with what is wrong
  for (const unknown of unknownSettings(process.env)) {
    console.warn(`  ${unknown}`);
    delete process.env[/KSHOT_\w+/.exec(unknown)?.[0] ?? '']; // it is named once, not by each process
  }
  const databaseUrl = await database();
  const group = processGroup(processFile, 'API', () => giveUp('API'));
  stops.push(group.stop);
  const given = process.env.KSHOT_DASHBOARD_ORIGIN ? [process.env.KSHOT_DASHBOARD_ORIGIN] : [];
  const environment = {
    DATABASE_URL: databaseUrl,
    KSHOT_HOME: home,
    KSHOT_API_PORT: String(apiPort),
    KSHOT_API_URL: api,
    KSHOT_DASHBOARD_ORIGIN: [dashboard, `http://localhost:${dashboardPort}`, ...given].join(','),
    NODE_ENV: watching ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const servers = async () => {
    await built.servers;
    await stage('API and worker start', () => {
      const programs = watching ? 'dist' : 'bundle'; // tsc writes the former alone
      group.start('API', `apps/api/${programs}/main.js`, [], environment);
      group.start('worker', `apps/worker/${programs}/main.js`, [], environment);
      return answers(`${api}/healthz`);
    });
  };
  const pages = async () => {
    await built.dashboard;
    if (watching)
      await stage('Dashboard operations', () => runCommand(process.execPath, ['apps/dashboard/codegen.mjs']));
    await stage('Dashboard starts', () => {
      const next = path.join(root, 'node_modules/next/dist/bin/next');
      const args = [watching ? 'dev' : 'start', 'apps/dashboard', '-p', String(dashboardPort), '-H', host];
      group.start('dashboard', next, args, environment);
      const first = watching ? '/theme.js' : ''; // a page is compiled when it is first opened
      return answers(dashboard + base + first);
    });
  };
  await Promise.all([servers(), pages()]);
  const { registerExamples } = await import('./register-examples.mjs');
  await stage('Examples', (note) => registerExamples(api, databaseUrl, note)); // not beside the build, which takes both cores
  if (watching) (await import('./watch-sources.mjs')).watchSources(group);
  console.log(
    `\nKshot is ready after ${((Date.now() - started) / 1000).toFixed(1)} s\n\n  dashboard  ${dashboard}${base}\n  GraphQL    ${api}${base}/graphql\n\nCtrl-C stops everything.`,
  );
} catch (error) {
  if (!(error instanceof StageFailed)) console.error(`\n${error instanceof Error ? error.message : error}`);
  await stop(1);
}

/** The database that is given, or our own. Migrated. */
async function database() {
  const given = process.env.DATABASE_URL;
  const url = await stage('PostgreSQL', async (note) => {
    if (given) {
      note('the one of DATABASE_URL');
      return given;
    }
    const { keepPostgres } = await import('./keep-postgres.mjs');
    const options = {
      dataDir: path.join(home, 'postgres'),
      port: Number(process.env.KSHOT_DATABASE_PORT ?? 0),
    };
    const server = await keepPostgres(options, giveUp);
    stops.push(server.stop);
    note(`embedded, port ${server.port}`);
    return server.url;
  });
  await stage('Migrations', async (note) => {
    const applied = await runCommand(process.execPath, ['tools/prisma/migrate.mjs'], {
      env: { DATABASE_URL: url }, // never in what a failure prints
    });
    note(applied ? `applied ${applied}` : 'up to date');
  });
  return url;
}

/** @param {number} port @param {string} variable */
function assertFree(port, variable) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(new Error(`Port ${port} is taken. End what uses it, or set ${variable} to another port.`)),
    );
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/** Waits until the address answers. @param {string} url */
async function answers(url) {
  for (let i = 0; i < 300; i++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await delay(100);
  }
  throw new Error(`${url} does not answer after 30 seconds; see above.`);
}
