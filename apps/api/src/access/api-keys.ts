import { DomainError, type Scope } from '@kshot/domain';
import { getRow, insertRow, updateRow } from '@kshot/store';
import type { Context } from '../context.js';
import { nameFor } from '../schema/name-for.js';
import { type ApiKey, type CreateApiKeyInput, type NewApiKey, presentApiKey } from './access.type.js';
import { assertMay } from './principal.js';
import { digestOf, newSecret } from './secrets/secrets.js';

/** Makes a key that may do no more than who makes it. No key makes keys: they would outlive it. Throws BAD_INPUT and FORBIDDEN. */
export async function createApiKey(
  { store, principal }: Context,
  input: CreateApiKeyInput,
): Promise<NewApiKey> {
  if (principal.kind === 'KEY') throw new DomainError('FORBIDDEN', `A key makes no keys. ${BY_PEOPLE}`);
  const name = nameFor('key', input.name);
  const scopes = [...new Set<Scope>(input.scopes)];
  if (scopes.length === 0) throw new DomainError('BAD_INPUT', 'A key needs a scope, such as PREDICT.');
  for (const scope of scopes) assertMay(principal, scope);
  if (input.expiresAt && input.expiresAt < new Date())
    throw new DomainError('BAD_INPUT', 'The key would have expired already. Choose a later time.');
  const requestsPerMinute = input.requestsPerMinute ?? null;
  if (requestsPerMinute !== null && requestsPerMinute < 1)
    throw new DomainError('BAD_INPUT', 'requestsPerMinute: give 1 or more, or leave it out.');
  const projectId = await projectFor({ store }, input.projectId ?? null, scopes);
  const secret = newSecret('kshot_key');
  const id = await insertRow(store.pool, 'credential', {
    kind: 'KEY',
    personId: principal.personId,
    name,
    secretDigest: digestOf(secret),
    scopes: scopes.join(' '),
    requestsPerMinute,
    projectId,
    expiresAt: input.expiresAt ?? null,
  });
  return { key: presentApiKey(await getRow(store, 'credential', id)), secret };
}

const BY_PEOPLE = 'Sign in for it, or show the access token.';

/** The only project that a key opens. */
async function projectFor(
  { store }: Pick<Context, 'store'>,
  projectId: string | null,
  scopes: readonly Scope[],
): Promise<string | null> {
  if (projectId === null) return null;
  await getRow(store, 'project', projectId);
  if (scopes.includes('ADMIN'))
    throw new DomainError(
      'BAD_INPUT',
      'A key of one project administers nothing. Leave out the scope ADMIN.',
    );
  return projectId;
}

/** Ends a key at once. Others' keys are for administrators; a key may end itself. Throws NOT_FOUND and FORBIDDEN. */
export async function revokeApiKey({ store, principal }: Context, id: string): Promise<ApiKey> {
  const key = await getRow(store, 'credential', id);
  if (key.kind !== 'KEY') throw new DomainError('NOT_FOUND', `There is no key with the id ${id}.`);
  if (principal.kind === 'KEY' && principal.credentialId !== id)
    throw new DomainError('FORBIDDEN', `A key ends no other keys. ${BY_PEOPLE}`);
  if (key.personId !== principal.personId) assertMay(principal, 'ADMIN');
  return presentApiKey(
    key.revokedAt ? key : await updateRow(store, 'credential', id, { revokedAt: new Date() }),
  );
}
