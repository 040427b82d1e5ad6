import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { runCommand } from '../../tools/run-command.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a migrated database without rows, to be copied. */
    template: string;
  }
}

/**
 * One PostgreSQL for all tests of statements: each takes a copy of a migrated database, which takes milliseconds. It is the
 * server of KSHOT_TEST_DATABASE, whose user may create databases, or an embedded one.
 */
export default async function databaseServer(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.KSHOT_TEST_DATABASE;
  if (given) return ownDatabase(project, new URL(given));
  const server = fork(fileURLToPath(new URL('./run-database.mjs', import.meta.url)));
  const [url] = await once(server, 'message');
  project.provide('template', url as string);
  return async () => {
    server.disconnect();
    await once(server, 'exit');
  };
}

async function ownDatabase(project: TestProject, server: URL): Promise<() => Promise<void>> {
  const name = `kshot_template_${process.pid}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: String(server) });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await runCommand(process.execPath, ['tools/prisma/migrate.mjs', String(url)]);
  project.provide('template', String(url));
  return () => admin(`drop database ${name} with (force)`);
}
