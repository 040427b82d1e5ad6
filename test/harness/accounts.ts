import { type Ask, asker } from './ask.js';
import type { Kshot } from './kshot.js';

export const PASSWORD = 'correct horse battery';

/** Asks to sign in. */
export const session = (kshot: Kshot, body: object): Promise<Response> =>
  fetch(`${kshot.api}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** The token of a new session. */
export async function signedIn(kshot: Kshot, email: string, password = PASSWORD): Promise<string> {
  const response = await session(kshot, { email, password });
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as { token: string }).token;
}

export async function addPerson(ask: Ask, email: string, role: string): Promise<string> {
  const { addPerson: added } = await ask<{ addPerson: { id: string } }>(
    'mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }',
    { input: { email, name: email.split('@')[0], role, password: PASSWORD } },
  );
  return added.id;
}

export const updatePerson = (ask: Ask, input: object): Promise<unknown> =>
  ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { role } }', { input });

export async function newKey(
  ask: Ask,
  scopes: string[],
  more: object = {},
): Promise<{ secret: string; key: { id: string } }> {
  const { createApiKey } = await ask<{ createApiKey: { secret: string; key: { id: string } } }>(
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret key { id } } }',
    { input: { name: scopes.join(' '), scopes, ...more } },
  );
  return createApiKey;
}

/** The status of an answer to who shows this token. */
export async function statusFor(
  kshot: Kshot,
  token: string,
  path: string,
  init: RequestInit = {},
): Promise<number> {
  const headers = { ...init.headers, authorization: `Bearer ${token}` };
  return (await fetch(kshot.api + path, { ...init, headers })).status;
}

/** The first account of an installation, an administrator who is signed in. */
export async function firstAccount(kshot: Kshot): Promise<{ id: string; token: string; ask: Ask }> {
  const id = await addPerson(kshot.ask, 'Ada@Example.org ', 'ADMIN');
  const token = await signedIn(kshot, 'ada@example.org');
  return { id, token, ask: asker(kshot.api, token) };
}
