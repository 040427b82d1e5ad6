// node tools/prisma/migrate.mjs [URL] [--until MIGRATION]: brings a database up to date and prints the names of the migrations that
// it lacked. A process of its own, because the schema engine keeps its connections.
import { parseArgs } from 'node:util';
import { migrateDatabase } from './migrate-database.mjs';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { until: { type: 'string' } } });
const url = positionals[0] ?? process.env.DATABASE_URL ?? '';
process.stdout.write((await migrateDatabase(url, values.until)).join(', '));
process.exit(0);
