import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../tools/free-port.mjs';
import { setup } from '../../tools/setup.mjs';
import { type Seen, startSeen } from './dashboard.js';
import { ended, root } from './kshot.js';

const BUILD = path.join(root, 'apps/dashboard/.next');
const KEPT = path.join(root, 'apps/dashboard/.next-kept');

export const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'].find((file) => {
  try {
    execFileSync(file, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

/** A whole Kshot behind nginx, by the configuration of docs/deploy.md, under a base path or at the root of its host. */
export interface Proxied {
  readonly seen: Seen;
  /** Where browsers find it, base path included. */
  readonly outside: string;
  stop(): Promise<void>;
}

export async function startProxied(basePath: string, token: string): Promise<Proxied> {
  await buildDashboard(basePath);
  try {
    return await behindNginx(basePath, token);
  } catch (error) {
    restoreDashboard();
    throw error;
  }
}

async function behindNginx(basePath: string, token: string): Promise<Proxied> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kshot-proxy-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const seen = await startSeen({
    KSHOT_TOKEN: token,
    KSHOT_PUBLIC_API_URL: origin,
    KSHOT_DASHBOARD_ORIGIN: origin,
    KSHOT_BASE_PATH: basePath,
  });
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, basePath, port, seen.kshot.api, seen.url));
  const nginx: ChildProcess = spawn(NGINX ?? 'nginx', ['-p', folder, '-c', file], { stdio: 'inherit' });
  return {
    seen,
    outside: origin + basePath,
    async stop() {
      await ended(nginx);
      await seen.stop();
      rmSync(folder, { recursive: true, force: true });
      restoreDashboard();
    },
  };
}

/** The configuration of docs/deploy.md on these ports, without a certificate; for a base path with the locations that it names for one. */
function configuration(
  folder: string,
  basePath: string,
  port: number,
  api: string,
  dashboard: string,
): string {
  const page = readFileSync(path.join(root, 'docs/deploy.md'), 'utf8');
  const [whole = '', under = ''] = [...page.matchAll(/```nginx\n(.*?)```/gs)].map(([, block]) => block);
  const located = basePath
    ? whole.replace(/( *location .*\n)+/, under.replaceAll('/kshot', basePath))
    : whole;
  const server = located
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replaceAll(/ssl_certificate\w* .*\n/g, '')
    .replaceAll('http://127.0.0.1:4400', api)
    .replaceAll('http://127.0.0.1:4401', dashboard);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
    http { access_log off; ${temporary.join(' ')} ${server} }`;
}

/** A build for the base path, while the one of the other tests waits beside it. */
async function buildDashboard(basePath: string): Promise<void> {
  rmSync(KEPT, { recursive: true, force: true }); // of a test that was killed; `npm test` has made another build since
  if (!basePath) return;
  renameSync(BUILD, KEPT);
  process.env.KSHOT_BASE_PATH = basePath;
  await setup({ native: false });
  delete process.env.KSHOT_BASE_PATH;
}

function restoreDashboard(): void {
  if (!existsSync(KEPT)) return;
  rmSync(BUILD, { recursive: true, force: true });
  renameSync(KEPT, BUILD);
}
