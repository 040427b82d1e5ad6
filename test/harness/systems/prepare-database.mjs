// Makes a migrated PostgreSQL with its data in the folder that is named, and stops it.
import path from 'node:path';
import { startMigrated } from './migrated-postgres.mjs';

await (await startMigrated(path.resolve(process.argv[2] ?? ''))).stop();
process.exit(0);
