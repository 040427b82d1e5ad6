import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../harness/axe.js';
import { type Seen, startSeen } from '../harness/dashboard.js';

let seen: Seen;
beforeAll(async () => {
  seen = await startSeen();
});
afterAll(() => seen.stop());

test('from the first account to a key of a viewer, and what was done is in the log', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto('/');
  await page.getByRole('link', { name: 'Access' }).click();
  await page.getByRole('button', { name: 'Add an account' }).click();
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByLabel('Name', { exact: true }).fill('Ada');
  await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add', exact: true }).click();

  await page.waitForURL(/sign-in/);
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('No account has this address and password.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('You are signed in as Ada, administrator.').waitFor();

  await page.getByRole('button', { name: 'Add an account' }).click();
  await page.getByLabel('E-mail address').fill('vera@example.org');
  await page.getByLabel('Name', { exact: true }).fill('Vera');
  await page.getByLabel('Role').selectOption('VIEWER');
  await page.getByRole('textbox', { name: 'Password' }).fill('a password of hers');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('2 accounts').waitFor();
  expect(await violations(page)).toEqual([]);

  const other = await (await page.context().browser()!.newContext({ baseURL: seen.url })).newPage();
  await other.goto('/access');
  await other.getByLabel('E-mail address').fill('vera@example.org');
  await other.getByRole('textbox', { name: 'Password' }).fill('a password of hers');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByText('You are signed in as Vera, viewer.').waitFor();
  expect(await other.getByRole('tab').allTextContents()).toEqual(['Keys', 'Password']);
  await other.getByRole('button', { name: 'New key' }).click();
  await other.getByLabel('Name', { exact: true }).fill('Till');
  await other.getByRole('button', { name: 'Make the key' }).click();
  const secret = await other.locator('code').first().textContent();
  const status = await fetch(`${seen.kshot.api}/session`, { headers: { authorization: `Bearer ${secret}` } });
  expect(await status.json()).toMatchObject({ kind: 'KEY', name: 'Till', scopes: ['PREDICT'] });
  await other.keyboard.press('Escape');
  await other.getByRole('button', { name: 'Revoke' }).click();
  await other.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await other.getByText('Revoked').waitFor();

  await page.getByRole('tab', { name: 'Log' }).click();
  await page.getByRole('cell', { name: 'revokeApiKey' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'System' }).click();
  await page.getByText('Nothing has failed.').waitFor();
  await page.getByRole('button', { name: 'Remove what is unused' }).click();
  await page.getByText(/^0 contents with 0 B removed. Contents: .* before, .* after\.$/).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('who is locked out while a page is open is led to the sign-in page', async () => {
  const page = await seen.page();
  await page.goto('/data');
  await page.getByLabel('E-mail address').fill('vera@example.org');
  await page.getByRole('textbox', { name: 'Password' }).fill('a password of hers');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Data sets', level: 1 }).waitFor();
  await page.waitForLoadState('networkidle'); // what is typed before the page listens is lost
  await seen.kshot.pool.query(`update person set disabled_at = now() where email = 'vera@example.org'`);
  await page.getByLabel('Search data sets').fill('a');
  await page.waitForURL(/sign-in/);
});
