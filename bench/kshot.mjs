import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../tools/free-port.mjs';
import { startPostgres } from '../tools/postgres.mjs';
import { runCommand } from '../tools/run-command.mjs';
import { root } from '../tools/setup.mjs';

/** A whole Kshot in a folder of its own, as it starts by itself: PostgreSQL, API and, unless left out, one worker. */
export async function startKshot({ worker = true } = {}) {
  const home = mkdtempSync(path.join(tmpdir(), 'kshot-bench-'));
  chmodSync(home, 0o755); // for root: PostgreSQL runs as a user of its own
  const server = await startPostgres({ dataDir: path.join(home, 'postgres', 'data'), port: 0 });
  await runCommand(process.execPath, [path.join(root, 'tools/prisma/migrate.mjs'), server.url]);
  const port = await freePort();
  const api = `http://127.0.0.1:${port}`;
  const environment = { DATABASE_URL: server.url, KSHOT_HOME: home, KSHOT_API_PORT: String(port) };
  const programs = [];
  const scripts = [
    ['apps/api/dist/main.js', 'GraphQL at'],
    ['apps/worker/dist/main.js', 'waits for work'],
  ];
  for (const [script, ready] of worker ? scripts : scripts.slice(0, 1))
    programs.push(await started(script, ready, environment));
  return {
    api,
    databaseUrl: server.url,
    home,
    environment,
    apiPid: programs[0].pid,
    workers: () => programs.slice(1),
    startWorker: () =>
      started('apps/worker/dist/main.js', 'waits for work', environment).then((one) => programs.push(one)),
    ask: (query, variables) => ask(api, query, variables),
    async stop() {
      for (const program of programs) {
        if (program.exitCode !== null || program.signalCode !== null) continue;
        program.kill();
        await new Promise((resolve) => program.once('exit', resolve));
      }
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function started(script, ready, environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd: root, env: { ...process.env, ...environment } });
    const heard = (chunk) => String(chunk).includes(ready) && resolve(child);
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
}

async function ask(api, query, variables) {
  const response = await fetch(`${api}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors?.[0]) throw new Error(errors[0].message);
  return data;
}
