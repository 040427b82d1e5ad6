import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, firstAccount } from '../harness/accounts.js';
import type { Ask } from '../harness/ask.js';
import { violations } from '../harness/axe.js';
import { type Seen, startSeen } from '../harness/dashboard.js';
import { CLIENT, startSignInProvider } from '../harness/sign-in-provider.js';

let provider: Awaited<ReturnType<typeof startSignInProvider>>;
let seen: Seen;
let ada: Ask;
beforeAll(async () => {
  provider = await startSignInProvider();
  seen = await startSeen({
    KSHOT_OIDC_ISSUER: provider.issuer,
    KSHOT_OIDC_CLIENT_ID: CLIENT.id,
    KSHOT_OIDC_CLIENT_SECRET: CLIENT.secret,
    KSHOT_OIDC_NAME: 'Example',
    KSHOT_OIDC_ROLE: 'VIEWER',
  });
  provider.leadsTo(`${seen.url}/sign-in/provider`);
  ({ ask: ada } = await firstAccount(seen.kshot));
  await addPerson(ada, 'emil@example.org', 'EDITOR');
});
afterAll(async () => {
  await seen.stop();
  await provider.stop();
});

/** Signs in at the provider as somebody, from the page of runs. */
async function throughProvider(email: string) {
  const page = await seen.page();
  await page.goto('/runs');
  await page.getByRole('link', { name: 'Sign in with Example' }).click();
  await page.locator('input[name=login]').fill(email);
  await page.locator('input[name=password]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  return page;
}
const people = async () => {
  const found = await ada<{ people: { nodes: { email: string; role: string; name: string }[] } }>(
    '{ people(first: 50) { nodes { email role name } } }',
  );
  return found.people.nodes;
};

test('somebody with an account comes in with its role, where they wanted to go', async () => {
  const page = await throughProvider('Emil@example.org');
  await page.getByRole('heading', { name: 'Runs', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/runs');
  expect(await people()).toContainEqual({ email: 'emil@example.org', role: 'EDITOR', name: 'emil' });
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === 'kshot_session')).toMatchObject({
    httpOnly: true,
    sameSite: 'Strict',
  });
});

test('somebody new gets an account with the role that is set', async () => {
  const page = await throughProvider('nora@example.org');
  await page.getByRole('heading', { name: 'Runs', level: 1 }).waitFor();
  expect(await people()).toContainEqual({
    email: 'nora@example.org',
    role: 'VIEWER',
    name: 'Called nora@example.org',
  });
});

test('an address that the provider did not verify opens nothing', async () => {
  const page = await throughProvider('unverified@example.org');
  await page.getByText('The provider did not confirm an address that has an account here.').waitFor();
  expect((await people()).map(({ email }) => email)).not.toContain('unverified@example.org');
});

test('an answer without a question, and one to another question, open nothing', async () => {
  const page = await seen.page();
  await page.goto('/sign-in/provider?code=made-up&state=made-up');
  await page.getByText('The provider did not confirm').waitFor();
  await page.getByRole('link', { name: 'Sign in with Example' }).click();
  await page.locator('input[name=login]').waitFor();
  await page.goto('/sign-in/provider?code=made-up&state=made-up');
  await page.getByText('The provider did not confirm').waitFor();
});

test('the audit log names who signed in, and screen readers read the page', async () => {
  const { auditLog } = await ada<{
    auditLog: { nodes: { actorName: string; action: string; outcome: string }[] };
  }>('{ auditLog(first: 50) { nodes { actorName action outcome } } }');
  expect(auditLog.nodes).toContainEqual({ actorName: 'emil@example.org', action: 'signIn', outcome: 'OK' });
  const page = await seen.page({ width: 390 });
  await page.goto('/sign-in');
  expect(await violations(page)).toEqual([]);
});

test('the way back must lead to the dashboard', async () => {
  const answer = await fetch(`${seen.kshot.api}/session/provider`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ redirectUri: 'https://evil.test/sign-in/provider' }),
  });
  expect([answer.status, (await answer.json()).error.code]).toEqual([400, 'BAD_INPUT']);
});
