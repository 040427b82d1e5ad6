import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../tools/free-port.mjs';
import { dashboardBuild } from '../../tools/setup.mjs';
import { type Seen, startSeen } from './dashboard.js';
import { ended, root } from './kshot.js';

export type ProxyName = 'nginx' | 'caddy';

/** Where a proxy is on this machine; undefined where it is not. */
export const programOf = (name: ProxyName): string | undefined =>
  ['/usr/sbin', '/usr/bin', '/opt/homebrew/bin']
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

/** A whole Kshot to be put behind proxies, one after the other, under a base path or at the root of its host. */
export interface Proxied {
  readonly seen: Seen;
  /** Where browsers find it, base path included. */
  readonly outside: string;
  /** Starts a proxy before it, by its configuration in docs/deploy.md; gives what ends that. */
  putBehind(name: ProxyName): () => Promise<void>;
  stop(): Promise<void>;
}

export async function startProxied(basePath: string, token: string): Promise<Proxied> {
  await dashboardBuild(() => undefined, basePath);
  const folder = mkdtempSync(path.join(tmpdir(), 'kshot-proxy-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const seen = await startSeen({
    KSHOT_TOKEN: token,
    KSHOT_PUBLIC_API_URL: origin,
    KSHOT_DASHBOARD_ORIGIN: origin,
    KSHOT_BASE_PATH: basePath,
  });
  const servers = { port, api: seen.kshot.api, dashboard: seen.url };
  const written = {
    nginx: () => ofNginx(folder, basePath, servers),
    caddy: () => ofCaddy(servers),
  };
  return {
    seen,
    outside: origin + basePath,
    putBehind(name) {
      const file = path.join(folder, name);
      writeFileSync(file, written[name]());
      const options = {
        nginx: ['-p', folder, '-c', file],
        caddy: ['run', '--config', file, '--adapter', 'caddyfile'],
      };
      const proxy: ChildProcess = spawn(programOf(name) ?? name, options[name], {
        stdio: ['ignore', 'inherit', 'ignore'], // Caddy writes a line for each request
        env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      });
      return () => ended(proxy);
    },
    async stop() {
      await seen.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Servers {
  readonly port: number;
  readonly api: string;
  readonly dashboard: string;
}

const page = (): string => readFileSync(path.join(root, 'docs/deploy.md'), 'utf8');

/** The configuration of docs/deploy.md on these ports, without a certificate. */
function ofCaddy({ port, api, dashboard }: Servers): string {
  const [, block = ''] = /```caddyfile\n(.*?)```/s.exec(page()) ?? [];
  const site = block
    .replace('kshot.example {', `http://127.0.0.1:${port} {`)
    .replaceAll('127.0.0.1:4400', new URL(api).host)
    .replaceAll('127.0.0.1:4401', new URL(dashboard).host);
  return `{\n  admin off\n  auto_https off\n}\n${site}`;
}

/** The same of nginx; for a base path with the locations that it names for one. */
function ofNginx(folder: string, basePath: string, { port, api, dashboard }: Servers): string {
  const [whole = '', under = ''] = [...page().matchAll(/```nginx\n(.*?)```/gs)].map(([, block]) => block);
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
