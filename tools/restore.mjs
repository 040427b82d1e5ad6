// npm run restore -- FOLDER: a backup into a home that is new, or an empty database; a backup of an earlier version is brought up to date.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { runCommand } from './run-command.mjs';
import { openDatabase } from './running-database.mjs';

const [folder = ''] = process.argv.slice(2);
const description = path.join(folder, 'backup.json');
if (!folder || !existsSync(description)) {
  console.error('Name the folder of a backup: npm run restore -- FOLDER');
  process.exit(1);
}
/** @type {{ migrations: string[], tables: string[], blobs: string[] }} */
const { migrations, tables, blobs } = JSON.parse(readFileSync(description, 'utf8'));
const { url, blobDir, close } = await openDatabase({ make: true });
process.umask(0o077);
await migrate(migrations.at(-1));
const client = new pg.Client({ connectionString: url });
await client.connect();
let failed = false;
try {
  const { rows } = await client.query(
    'select (select count(*) from data_set) + (select count(*) from model) as rows',
  );
  if (Number(rows[0].rows) > 0) {
    console.error(
      'The database is not empty. Restore into a new home, before its first start: KSHOT_HOME=FOLDER npm run restore -- BACKUP. With a PostgreSQL of your own, set DATABASE_URL to an empty database, too.',
    );
    failed = true;
  } else {
    await copyBlobs();
    await copyRows();
    await migrate();
    console.log(`${tables.length} tables and ${blobs.length} files are restored. Start Kshot.`);
  }
} finally {
  await client.end();
  await close();
}
process.exit(failed ? 1 : 0);

async function copyBlobs() {
  for (const hash of blobs) {
    const place = placeOf(blobDir, hash);
    await mkdir(path.dirname(place), { recursive: true });
    await copyFile(placeOf(path.join(folder, 'blobs'), hash), place);
  }
}

async function copyRows() {
  await client.query('begin');
  await client.query('set local session_replication_role = replica'); // rows refer to one another in circles
  for (const table of tables) {
    const name = client.escapeIdentifier(table);
    await client.query(`delete from ${name}`);
    await pipeline(
      createReadStream(path.join(folder, 'tables', `${table}.copy`)),
      client.query(copyFrom(`copy ${name} from stdin`)),
    );
  }
  await client.query(
    `select setval(pg_get_serial_sequence(table_name, column_name), 1000 + (xpath('/row/m/text()', query_to_xml(
       format('select coalesce(max(%I), 0) as m from %I', column_name, table_name), false, true, '')))[1]::text::bigint)
     from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'`,
  );
  await client.query(`delete from setting where name = 'database'`); // these blobs lie in another folder than those did
  await client.query('commit');
}

/** @param {string} [until] the last migration of the backup */
async function migrate(until) {
  const args = ['tools/prisma/migrate.mjs', ...(until ? ['--until', until] : [])];
  await runCommand(process.execPath, args, { env: { DATABASE_URL: url } });
}

/** @param {string} dir @param {string} hash */
function placeOf(dir, hash) {
  return path.join(dir, hash.slice(0, 2), hash);
}
