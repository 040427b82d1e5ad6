import pg from 'pg';
import { moveMetrics } from './move-metrics.mjs';
import { applyMigrations, migrationNames } from './schema-engine.mjs';

/** Held by who migrates; any number will do. */
const LOCK = 0x6b73686f74;

/**
 * Applies the migrations that a database lacks, to the last or to a named one, moves what an earlier version wrote in another
 * form, and names the migrations. Goes on where it was killed.
 * @param {string} url @param {string} [until]
 */
export async function migrateDatabase(url, until) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await forgetUnfinished(client);
    const names = (await isUpToDate(client)) ? [] : await applyMigrations(url, until);
    for await (const _ of moveMetrics(client));
    return names;
  } finally {
    await client.end();
  }
}

/** Where each migration is applied already, the engine need not be loaded. @param {pg.Client} client */
async function isUpToDate(client) {
  const { rows: tables } = await client.query("select to_regclass('_prisma_migrations') as name");
  if (tables[0].name === null) return false;
  const { rows } = await client.query(
    'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  );
  const applied = new Set(rows.map(({ name }) => name));
  return migrationNames().every((name) => applied.has(name));
}

/** Of a migration that was killed nothing is there, since each is one transaction; its mark would stop all others. @param {pg.Client} client */
async function forgetUnfinished(client) {
  const { rows } = await client.query("select to_regclass('_prisma_migrations') as name");
  if (rows[0].name !== null)
    await client.query('delete from _prisma_migrations where finished_at is null and rolled_back_at is null');
}
