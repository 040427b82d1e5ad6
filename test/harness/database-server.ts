import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a migrated database without rows, to be copied. */
    template: string;
  }
}

/** One PostgreSQL for all tests of statements: each takes a copy of a migrated database, which takes milliseconds. */
export default async function databaseServer(project: TestProject): Promise<() => Promise<void>> {
  const server = fork(fileURLToPath(new URL('./run-database.mjs', import.meta.url)));
  const [url] = await once(server, 'message');
  project.provide('template', url as string);
  return async () => {
    server.disconnect();
    await once(server, 'exit');
  };
}
