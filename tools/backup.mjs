// npm run backup -- FOLDER: the database and its blobs as they are at one instant, whether Kshot runs or not.
import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { openDatabase } from './running-database.mjs';

const [folder = ''] = process.argv.slice(2);
if (!folder || existsSync(folder)) {
  console.error('Name a folder that does not exist yet: npm run backup -- FOLDER');
  process.exit(1);
}
const { url, blobDir, close } = await openDatabase();
process.umask(0o077); // it holds what accounts keep from each other
const { BLOBS_LOCK, referencesIn } = await import('@kshot/store');
const client = new pg.Client({ connectionString: url });
await client.connect();
try {
  // One snapshot for all tables; the collector removes none of its blobs while the lock is held.
  await client.query('select pg_advisory_lock($1)', [BLOBS_LOCK]);
  await client.query('begin isolation level repeatable read read only');
  await mkdir(path.join(folder, 'tables'), { recursive: true });
  const migrations = await names('select migration_name as name from _prisma_migrations order by name');
  const tables = await names(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not in ('_prisma_migrations', 'worker') order by name`,
  );
  for (const table of tables)
    await pipeline(
      client.query(copyTo(`copy ${client.escapeIdentifier(table)} to stdout`)),
      createWriteStream(path.join(folder, 'tables', `${table}.copy`)),
    );
  const blobs = [];
  for (const hash of await referencesIn(client)) if (existsSync(placeOf(blobDir, hash))) blobs.push(hash);
  for (const hash of blobs) {
    const place = placeOf(path.join(folder, 'blobs'), hash);
    await mkdir(path.dirname(place), { recursive: true });
    await copyFile(placeOf(blobDir, hash), place);
  }
  await writeFile(path.join(folder, 'backup.json'), JSON.stringify({ migrations, tables, blobs }, null, 2));
  console.log(`${tables.length} tables and ${blobs.length} files are in ${folder}.`);
} finally {
  await client.end();
  await close();
}

/** @param {string} query @returns {Promise<string[]>} */
async function names(query) {
  return (await client.query(query)).rows.map(({ name }) => name);
}

/** @param {string} dir @param {string} hash */
function placeOf(dir, hash) {
  return path.join(dir, hash.slice(0, 2), hash);
}
