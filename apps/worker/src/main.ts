import { hostname } from 'node:os';
import { log, startTracing, unknownSettings } from '@kshot/domain';
import { listen, openStore, warnAtStart, whenAvailable } from '@kshot/store';
import { prepareAttempt, spawnAttempt } from './attempt/spawn-attempt.js';
import { kinds } from './kinds/kinds.js';
import { settings } from './settings.js';
import { workLoop } from './tasks/work-loop.js';

process.umask(0o077); // what is stored is for its owner alone
for (const unknown of unknownSettings(process.env)) log.warn(unknown);
const stopTracing = await startTracing('kshot-worker', settings.tracesTo);
const store = await openStore({ url: settings.databaseUrl, blobDir: settings.blobDir, connections: 5 });
const listener = await whenAvailable(() => listen(settings.databaseUrl));
warnAtStart(store, listener);
const name = `${hostname()}:${process.pid}`;
prepareAttempt();
const work = workLoop(store, listener, name, kinds, spawnAttempt);
log.info(`worker ${name} waits for work`);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await work.stop();
  await listener.close();
  await store.close().catch(() => undefined); // the database is away: nothing is left to write
  await stopTracing();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
