// node tools/prisma/migrate.mjs [URL] [--until MIGRATION]: applies the migrations that the database lacks and prints their names.
// A process of its own, because the schema engine keeps its connections.
import { parseArgs } from 'node:util';
import { applyMigrations } from './schema-engine.mjs';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { until: { type: 'string' } } });
const url = positionals[0] ?? process.env.DATABASE_URL ?? '';
process.stdout.write((await applyMigrations(url, values.until)).join(', '));
process.exit(0);
