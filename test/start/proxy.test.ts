import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { example, imported } from '../harness/data-sets.js';
import { type Proxied, type ProxyName, programOf, startProxied } from '../harness/proxied.js';
import { startRun } from '../harness/runs.js';

const TOKEN = 'a secret of this test';
const authorization = `Bearer ${TOKEN}`;

const proxies: readonly (readonly [string, readonly ProxyName[]])[] = [
  ['', ['nginx', 'caddy']],
  ['/kshot', ['nginx']],
];
// .ci/run installs them and sets CI: there none may be missing.
const isLeftOut = (name: ProxyName): boolean => !programOf(name) && !process.env.CI;

for (const [basePath, names] of proxies)
  describe.skipIf(names.every(isLeftOut))(`behind a proxy, at "${basePath}"`, () => {
    let proxied: Proxied;
    let outside: string;
    beforeAll(async () => {
      proxied = await startProxied(basePath, TOKEN);
      ({ outside } = proxied);
    });
    afterAll(() => proxied?.stop());

    describe.each(names.filter((name) => !isLeftOut(name)))(
      '%s, by its configuration in docs/deploy.md',
      (name) => {
        let endProxy: () => Promise<void>;
        beforeAll(async () => {
          endProxy = proxied.putBehind(name);
          await vi.waitFor(async () => expect((await fetch(`${outside}/sign-in`)).status).toBe(200), {
            timeout: 120_000,
            interval: 100,
          });
        });
        afterAll(() => endProxy());

        async function signedIn(path: string) {
          const page = await proxied.seen.page();
          await page.goto(outside + path);
          await page.getByLabel('Access token').fill(TOKEN);
          await page.getByRole('button', { name: 'Sign in' }).click();
          await page.waitForURL(outside + path);
          return page;
        }

        test('one signs in, pages load, and news come over the socket', async () => {
          const page = await proxied.seen.page();
          const news: [string, string][] = []; // hosts and what came from them; a page that is left closes its socket
          page.on('websocket', (socket) =>
            socket.on('framereceived', ({ payload }) =>
              news.push([new URL(socket.url()).host, String(payload)]),
            ),
          );
          await page.goto(`${outside}/runs`);
          await page.getByLabel('Access token').fill(TOKEN);
          await page.getByRole('button', { name: 'Sign in' }).click();
          await page.getByRole('heading', { name: 'Runs' }).waitFor();
          await expect
            .poll(() => news)
            .toContainEqual([new URL(outside).host, expect.stringContaining('connection_ack')]);
        });

        test('programs reach /v1 with their key', async () => {
          const answer = await fetch(`${outside}/v1/models/none:predict`, {
            method: 'POST',
            headers: { authorization },
          });
          expect([answer.status, (await answer.json()).error.code]).toEqual([404, 'NOT_FOUND']);
          expect((await fetch(`${outside}/v1/openapi.json`)).status).toBe(401);
        });

        test('OpenAPI names the address that programs use', async () => {
          const answer = await fetch(`${outside}/v1/openapi.json`, { headers: { authorization } });
          expect((await answer.json()).servers).toEqual([{ url: basePath || '/' }]);
        });

        test('an upload of several megabytes passes through', async () => {
          const bytes = Buffer.alloc(5 * 1024 ** 2, 'a,b\n');
          const { createUpload } = await proxied.seen.kshot.ask<{
            createUpload: { id: string; url: string };
          }>('mutation ($input: CreateUploadInput!) { createUpload(input: $input) { id url } }', {
            input: { fileName: 'a.csv', bytes: bytes.length },
          });
          const cookie = `kshot_session=${Buffer.from(TOKEN).toString('base64url')}`;
          const answer = await fetch(new URL(createUpload.url, outside), {
            method: 'PUT',
            body: bytes,
            headers: { cookie },
          });
          expect(answer.status).toBe(204);
        });

        test('pages, pictures and a run that goes on come from addresses that are there', async () => {
          const { kshot } = proxied.seen;
          const { id } = await imported(kshot, 'clothes.zip', example('clothes.zip'), {
            name: `Clothes by ${name}`,
          });
          const page = await signedIn('/data');
          const missed: string[] = [];
          page.on('response', (response) => response.status() >= 400 && missed.push(response.url()));
          await page.getByRole('link', { name: `Clothes by ${name}` }).click();
          await page.getByRole('tab', { name: 'Examples' }).click();
          const picture = page.getByRole('listbox', { name: 'Examples' }).locator('img').first();
          await expect
            .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
            .toBeGreaterThan(0);
          const run = await startRun(kshot, id, { epochs: 5 });
          await page.goto(`${outside}/runs/${run}`);
          await page.getByText('Done', { exact: true }).first().waitFor();
          for (const path of ['/models', '/studies', '/access', '/system', '/teach', '/runs/new', ''])
            await page.goto(outside + path, { waitUntil: 'networkidle' });
          await page.getByRole('link', { name: 'New run' }).first().click();
          await page.waitForURL(`${outside}/runs/new`);
          expect(missed).toEqual([]);
        });

        test('signing out forgets the cookie', async () => {
          const page = await signedIn('/models');
          await page.getByRole('button', { name: 'Sign out' }).click();
          await page.waitForURL(`${outside}/sign-in`);
          expect(await page.context().cookies(`${outside}/models`)).toEqual([]);
        });
      },
    );
  });
