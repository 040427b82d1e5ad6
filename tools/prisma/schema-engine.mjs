// Prisma's schema engine as WebAssembly, so that migrations need no native engine to be downloaded.
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const prismaDir = fileURLToPath(new URL('../../prisma/', import.meta.url));
const migrationsDir = path.join(prismaDir, 'migrations');
const filters = { externalTables: [], externalEnums: [] };

/** The WebAssembly module has one memory: it is loaded once. @type {Promise<any> | undefined} */
let loaded;

async function load() {
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bindings = await import(glue);
  const wasm = readFileSync(path.join(path.dirname(realpathSync(glue)), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  /** @type {{ __wbindgen_start(): void }} */ (/** @type {unknown} */ (instance.exports)).__wbindgen_start();
  // The engine reports a panic through this global before it traps.
  Reflect.set(globalThis, 'PRISMA_WASM_PANIC_REGISTRY', {
    set_message: (/** @type {string} */ message) => process.stderr.write(`schema engine: ${message}\n`),
  });
  return bindings;
}

/** Marks the migration that is under way as applied. */
const FINISH = `do $$ begin
  if to_regclass('_prisma_migrations') is not null then
    update _prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null;
  end if;
end $$;`;

/** Sends a script as it is, and the mark that it is applied, in one transaction: PrismaPg cuts it at every semicolon, those within functions too. */
class WholeScripts extends PrismaPg {
  /** @override */
  async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) =>
      void (await adapter.underlyingDriver().query(`${script}\n;${FINISH}`));
    return adapter;
  }
}

/** A schema engine bound to a database. @param {string} url */
async function schemaEngine(url) {
  loaded ??= load();
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts({ connectionString: url }));
  return (await loaded).SchemaEngine.new({ datamodels: [schemaFile()] }, () => undefined, adapter);
}

/** @returns {[string, string]} */
const schemaFile = () => ['schema.prisma', readFileSync(path.join(prismaDir, 'schema.prisma'), 'utf8')];

/** Applies the migrations that the database lacks, to the last or to a named one, and names them. @param {string} url @param {string} [until] @returns {Promise<string[]>} */
export async function applyMigrations(url, until) {
  const engine = await schemaEngine(url);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: migrationsList(until),
    filters,
  });
  return appliedMigrationNames;
}

/** SQL from nothing to schema.prisma. @param {string} url any database, which is not touched @returns {Promise<string>} */
export async function schemaScript(url) {
  const engine = await schemaEngine(url);
  const [name, content] = schemaFile();
  const to = { tag: 'schemaDatamodel', files: [{ path: name, content }] };
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to,
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters,
  });
  return stdout;
}

export const migrationNames = () =>
  readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** @param {string} [until] */
function migrationsList(until = '~') {
  return {
    baseDir: migrationsDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(path.join(migrationsDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames()
      .filter((name) => name <= until)
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok',
            value: readFileSync(path.join(migrationsDir, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
  };
}
