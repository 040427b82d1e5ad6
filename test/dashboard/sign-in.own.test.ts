import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Seen, startSeen } from '../harness/dashboard.js';

const TOKEN = 'a secret of this test';
let seen: Seen;
beforeAll(async () => {
  seen = await startSeen({ KSHOT_TOKEN: TOKEN });
});
afterAll(() => seen.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(seen.url + path, { redirect: 'manual', headers });

test('without signing in, pages lead to the sign-in page and nothing is forwarded', async () => {
  const page = await get('/runs?search=a');
  expect([page.status, page.headers.get('location')]).toEqual([
    307,
    expect.stringContaining('/sign-in?to=%2Fruns%3Fsearch%3Da'),
  ]);
  expect((await get('/files/models/x.zip')).status).toBe(401);
  expect((await fetch(`${seen.url}/ticket`, { method: 'POST' })).status).toBe(401);
});

test('no page holds the token', async () => {
  const text = await (await fetch(`${seen.url}/sign-in`)).text();
  expect(text).not.toContain(TOKEN);
});

test('a wrong token is named; the right one leads on, and news come over the socket', async () => {
  const page = await seen.page();
  await page.goto('/runs');
  await page.getByLabel('Access token').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('This is not the access token.').waitFor();
  await page.getByLabel('Access token').fill(TOKEN);
  const socket = page.waitForEvent('websocket');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Runs', level: 1 }).waitFor();
  const { payload } = await (await socket).waitForEvent('framereceived');
  expect(String(payload)).toContain('connection_ack');
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ name: 'kshot_session', httpOnly: true, sameSite: 'Strict' });
  expect(await page.content()).not.toContain(TOKEN);
});

test('whoever signs out is asked again', async () => {
  const page = await seen.page();
  await page.goto('/');
  await page.getByLabel('Access token').fill(TOKEN);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Access token').waitFor();
  await page.goto('/data');
  await page.getByLabel('Access token').waitFor();
});

test('pages load nothing that their policy forbids', async () => {
  const page = await seen.page();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) problems.push(message.text());
  });
  await page.goto('/');
  await page.getByLabel('Access token').fill(TOKEN);
  await page.getByRole('button', { name: 'Sign in' }).click();
  for (const path of ['/data', '/runs', '/models', '/studies', '/evaluations']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  expect(problems).toEqual([]);
});

test('a name that is not ours is refused', async () => {
  const { port } = new URL(seen.url);
  const status = await new Promise((resolve) =>
    request({ port, host: '127.0.0.1', path: '/', headers: { host: `evil.test:${port}` } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end(),
  );
  expect(status).toBe(403);
});
