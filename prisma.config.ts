import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Migrations are applied by the WebAssembly build of Prisma's schema engine, so nothing is downloaded.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('tools/prisma/schema-engine.mjs', import.meta.url),
);
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= '1';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://kshot@127.0.0.1:5432/kshot' },
});
