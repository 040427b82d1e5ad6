import { request } from 'node:http';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../harness/axe.js';
import { type Seen, startSeen } from '../harness/dashboard.js';
import { drawings, example } from '../harness/data-sets.js';
import { sharedAlias } from '../harness/shared-alias.js';

const TOKEN = 'a secret of this test';
let seen: Seen;
beforeAll(async () => {
  seen = await startSeen({ KSHOT_TOKEN: TOKEN });
  await sharedAlias(seen.kshot, 'letters', 'letters.zip', drawings());
  await sharedAlias(seen.kshot, 'flowers', 'iris.csv', example('iris.csv'));
});
afterAll(() => seen.stop());

/** A picture of the example set. */
function letter(): Buffer {
  const entries = unzipSync(drawings());
  const name = Object.keys(entries).find((one) => one.endsWith('.png')) as string;
  return Buffer.from(entries[name] as Uint8Array);
}

test('a phone without the token takes a photo with its camera and gets an answer', async () => {
  const page = await seen.page({ width: 390 });
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.goto('/m/letters');
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await page.getByRole('button', { name: 'Take photo' }).click();
  await page
    .getByRole('region', { name: 'Answer' })
    .getByText(/Confidence|not sure enough/)
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);
  expect(refused).toEqual([]);
  await page.close();
});

test('a photo is answered by the browser itself, as the server would', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto('/m/letters');
  await page.getByText('It answers on this device').waitFor();
  const photo = { name: 'a.png', mimeType: 'image/png', buffer: letter() };
  const form = new FormData();
  form.append('image', new Blob([new Uint8Array(photo.buffer)]), photo.name);
  const server = await fetch(`${seen.url}/shared/letters:predict`, { method: 'POST', body: form });
  const { predictions } = (await server.json()) as { predictions: [{ class: string }] };
  await page.route('**/shared/letters:predict', (route) => route.abort());
  await page.locator('input[type=file]').setInputFiles(photo);
  const answer = page.getByRole('region', { name: 'Answer' });
  await answer.getByText(/Confidence/).waitFor();
  expect(await answer.locator('p').first().textContent()).toBe(predictions[0].class);
  await page.close();
});

test('a photo that the browser cannot read is sent to the server only when asked to', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto('/m/letters');
  await page.getByText('It answers on this device').waitFor();
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  const note = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
  await page.locator('input[type=file]').setInputFiles(note);
  await page.getByText('It was not sent to the server.').waitFor();
  expect(sent).toEqual([]);
  await page.getByRole('button', { name: 'Ask the server instead' }).click();
  await page.getByText(/cannot be read/).waitFor();
  expect(sent).toHaveLength(1);
  const photo = { name: 'b.png', mimeType: 'image/png', buffer: letter() };
  await page.locator('input[type=file]').setInputFiles(photo);
  await page
    .getByRole('region', { name: 'Answer' })
    .getByText(/Confidence/)
    .waitFor();
  expect(sent).toHaveLength(1);
  await page.close();
});

test('a table is asked by a form', async () => {
  const page = await seen.page({ width: 390, dark: true });
  await page.goto('/m/flowers');
  await page.getByRole('button', { name: 'Ask' }).click();
  await page
    .getByRole('region', { name: 'Answer' })
    .getByText(/Confidence/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('the switch on the page of the model closes the shared page', async () => {
  const { aliases } = await seen.kshot.ask<{ aliases: { nodes: { name: string; model: { id: string } }[] } }>(
    '{ aliases(first: 9) { nodes { name model { id } } } }',
  );
  const { model } = aliases.nodes.find(({ name }) => name === 'flowers')!;
  const page = await seen.page({ width: 390 });
  await page.goto(`/models/${model.id}`);
  await page.getByLabel('Access token').fill(TOKEN);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('img', { name: /^QR code of .*\/m\/flowers$/ }).waitFor();
  const box = page.getByRole('checkbox', { name: /^Share a page/ });
  await box.click();
  await expect.poll(() => box.isChecked()).toBe(false);
  await expect.poll(async () => (await fetch(`${seen.url}/shared/flowers`)).status).toBe(404);
  expect((await page.goto('/m/flowers'))?.status()).toBe(404);
  await page.getByText('No model is shared as flowers').waitFor();
  await page.close();
});

test.each([
  '/shared/../graphql',
  '/shared/%2e%2e/graphql',
  '/shared/..%2fgraphql',
  '/shared/x/../../files/models/x.zip',
])('%s leads nowhere without the token', async (path) => {
  const { port } = new URL(seen.url);
  const status = await new Promise<number | undefined>((resolve) =>
    request({ port, host: '127.0.0.1', path, method: 'POST' }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end(),
  );
  expect(status).toBeGreaterThanOrEqual(307);
});
