// node tools/prisma/migrate.mjs URL: applies the migrations that the database lacks and prints their names.
// A process of its own, because the schema engine keeps its connections.
import { applyMigrations } from './schema-engine.mjs';

const [url = process.env.DATABASE_URL ?? ''] = process.argv.slice(2);
process.stdout.write((await applyMigrations(url)).join(', '));
process.exit(0);
