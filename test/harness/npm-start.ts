import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../tools/free-port.mjs';
import { asker } from './ask.js';
import { ended, root } from './kshot.js';

/** A folder of its own that `npm start` and `npm run dev` are tried in, of this checkout or another. */
export function startHome(checkout = root) {
  const home = mkdtempSync(path.join(tmpdir(), 'kshot-start-'));
  chmodSync(home, 0o755);
  const startedOnes: ChildProcess[] = [];
  return {
    home,
    /** `npm start` on free ports; resolves with its process when it is ready. */
    async start(
      environment: NodeJS.ProcessEnv = {},
      args: readonly string[] = [],
      [command, ...script]: readonly [string, ...string[]] = [process.execPath, 'tools/start.mjs'],
    ) {
      const [api, dashboard] = [await freePort(), await freePort()];
      const ports = { KSHOT_API_PORT: String(api), KSHOT_DASHBOARD_PORT: String(dashboard) };
      const child = spawn(command, [...script, ...args], {
        cwd: checkout,
        env: { ...process.env, KSHOT_HOME: home, ...ports, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      startedOnes.push(child);
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
      for (;;) {
        if (output.includes('Kshot is ready'))
          return {
            child,
            output,
            api: `http://127.0.0.1:${api}`,
            ask: asker(`http://127.0.0.1:${api}`),
            dashboard: `http://127.0.0.1:${dashboard}`,
          };
        if (child.exitCode !== null) throw new Error(output);
        await delay(100);
      }
    },
    /** Command lines that name this start's folder or were started by it and still run. */
    left(): string[] {
      const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
      return lines.filter((line) => line.includes(home) && !line.includes('ps -eo'));
    },
    children: (): { name: string; pid: number }[] =>
      JSON.parse(readFileSync(path.join(home, 'processes.json'), 'utf8')).parts,
    /** Address of the embedded database, while it runs. */
    database(): string {
      const port = readFileSync(path.join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
      const password = readFileSync(path.join(home, 'postgres-password'), 'utf8').trim();
      return `postgresql://kshot:${password}@127.0.0.1:${port}/kshot`;
    },
    /** Ends what still runs of this test. */
    async endAll(): Promise<void> {
      for (const child of startedOnes.splice(0)) await ended(child);
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
