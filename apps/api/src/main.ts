import { setFlagsFromString } from 'node:v8';
import { log, startTracing, unknownSettings } from '@kshot/domain';
import {
  collectBlobs,
  countRows,
  forgetUsage,
  listen,
  openStore,
  warnAtStart,
  whenAvailable,
} from '@kshot/store';
import { accessGate } from './access/gate.js';
import { buildSchema } from './build-schema.js';
import { address } from './http/address.js';
import { inputKeeper } from './kept-input/input-keeper.js';
import { predictorProcess } from './predict/predictor-process.js';
import { serve } from './serve.js';
import { assertSafeToListen, settings } from './settings.js';
import { usageCounter } from './usage/usage-counter.js';

/** The heap grows by so much between collections, in percent: by itself it would grow fourfold, and hold 600 MB after long lists. */
setFlagsFromString('--heap-growing-percent=40');
process.umask(0o077); // what is stored is for its owner alone
for (const unknown of unknownSettings(process.env)) log.warn(unknown);
const stopTracing = await startTracing('kshot-api', settings.tracesTo);
const store = await openStore({ url: settings.databaseUrl, blobDir: settings.blobDir });
assertSafeToListen(await whenAvailable(() => countRows(store, 'person')));
const [listener, schema] = await Promise.all([
  whenAvailable(() => listen(settings.databaseUrl)),
  buildSchema(),
]);
const predictor = predictorProcess(settings.blobDir);
const usage = usageCounter(store);
const inputs = inputKeeper(store);
const gate = accessGate(store);
const server = await serve(schema, {
  store,
  listener,
  predictor,
  usage,
  inputs,
  gate,
  startedAt: new Date(),
}).catch((error: NodeJS.ErrnoException) => {
  const why =
    error.code === 'EADDRINUSE'
      ? `port ${settings.port} is taken: set KSHOT_API_PORT to another one`
      : error.message;
  log.fatal(`The API cannot listen: ${why}.`);
  process.exit(1);
});
warnAtStart(store, listener);
log.info(`GraphQL at http://${settings.host}:${settings.port}${address('/graphql')}`);

/** Unused bytes and old usage go after a while; a database that is away is asked again at the next turn. */
const COLLECT_EVERY = 15 * 60_000; // milliseconds
const collecting = setInterval(() => {
  void collectBlobs(store, undefined, settings.retention).catch((err: unknown) =>
    log.error({ err }, 'Unused blobs are not collected.'),
  );
  void forgetUsage(store.pool).catch((err: unknown) => log.error({ err }, 'Old usage is not deleted.'));
}, COLLECT_EVERY);

async function stop(): Promise<void> {
  clearInterval(collecting);
  predictor.close();
  await server.close();
  await listener.close().catch(() => undefined); // it was cut already
  await usage.close();
  await inputs.close();
  await store.close();
  await stopTracing();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
