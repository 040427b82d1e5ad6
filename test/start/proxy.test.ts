import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../tools/free-port.mjs';
import { type Seen, startSeen } from '../harness/dashboard.js';
import { ended, root } from '../harness/kshot.js';

const TOKEN = 'a secret of this test';
const folder = mkdtempSync(path.join(tmpdir(), 'kshot-proxy-'));
const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'].find((file) => {
  try {
    execFileSync(file, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

/** The configuration of docs/deploy.md on these ports, without a certificate. */
function configuration(port: number, api: string, dashboard: string): string {
  const page = readFileSync(path.join(root, 'docs/deploy.md'), 'utf8');
  const block = page.match(/```nginx\n(.*?)```/s)![1]!;
  const server = block
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

// .ci/run installs nginx and sets CI: there it must not be missing.
describe.skipIf(!NGINX && !process.env.CI)('behind nginx, by the configuration of docs/deploy.md', () => {
  let seen: Seen;
  let nginx: ChildProcess;
  let outside: string;
  beforeAll(async () => {
    const port = await freePort();
    outside = `http://127.0.0.1:${port}`;
    seen = await startSeen({
      KSHOT_TOKEN: TOKEN,
      KSHOT_PUBLIC_API_URL: outside,
      KSHOT_DASHBOARD_ORIGIN: outside,
    });
    const file = path.join(folder, 'nginx.conf');
    writeFileSync(file, configuration(port, seen.kshot.api, seen.url));
    nginx = spawn(NGINX ?? 'nginx', ['-p', folder, '-c', file], { stdio: 'inherit' });
    await vi.waitFor(async () => expect((await fetch(`${outside}/sign-in`)).status).toBe(200), {
      timeout: 20_000,
      interval: 100,
    });
  });
  afterAll(async () => {
    if (nginx) await ended(nginx);
    await seen?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('one signs in, pages load, and news come over the socket', async () => {
    const page = await seen.page();
    const socket = page.waitForEvent('websocket');
    await page.goto(`${outside}/runs`);
    await page.getByLabel('Access token').fill(TOKEN);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Runs' }).waitFor();
    const opened = await socket;
    expect(new URL(opened.url()).host).toBe(new URL(outside).host);
    expect(String((await opened.waitForEvent('framereceived')).payload)).toContain('connection_ack');
  });

  test('programs reach /v1 with their key', async () => {
    const answer = await fetch(`${outside}/v1/models/none:predict`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect([answer.status, (await answer.json()).error.code]).toEqual([404, 'NOT_FOUND']);
    expect((await fetch(`${outside}/v1/openapi.json`)).status).toBe(401);
  });

  test('an upload of several megabytes passes through', async () => {
    const bytes = Buffer.alloc(5 * 1024 ** 2, 'a,b\n');
    const { createUpload } = await seen.kshot.ask<{ createUpload: { id: string; url: string } }>(
      'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { id url } }',
      { input: { fileName: 'a.csv', bytes: bytes.length } },
    );
    const cookie = `kshot_session=${Buffer.from(TOKEN).toString('base64url')}`;
    const answer = await fetch(outside + createUpload.url, {
      method: 'PUT',
      body: bytes,
      headers: { cookie },
    });
    expect(answer.status).toBe(204);
  });
});
