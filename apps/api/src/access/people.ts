import { DomainError } from '@kshot/domain';
import { changePerson, countRows, findRows, getRow, insertRow, isTaken } from '@kshot/store';
import type { Context } from '../context.js';
import { nameFor } from '../schema/name-for.js';
import { type AddPersonInput, type Person, presentPerson, type UpdatePersonInput } from './access.type.js';
import { joinProject } from './join-project.js';
import { isPassword, passwordDigest } from './secrets/secrets.js';

const bad = (message: string): DomainError => new DomainError('BAD_INPUT', message);

/** Makes an account. Throws BAD_INPUT, and CONFLICT for an address that is taken. */
export async function addPerson({ store, gate }: Context, input: AddPersonInput): Promise<Person> {
  const email = input.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 320)
    throw bad('An account needs an e-mail address, such as ada@example.org.');
  if (input.role !== 'ADMIN' && (await countRows(store, 'person')) === 0)
    throw bad('The first account is an administrator. Choose the role ADMIN.');
  if (input.projectId != null) await getRow(store, 'project', input.projectId);
  try {
    const id = await insertRow(store.pool, 'person', {
      email,
      name: nameFor('account', input.name),
      role: input.role,
      passwordDigest: await digestOfNew(input.password),
    });
    gate.close();
    await joinProject(store, { personId: id, role: 'EDITOR' }, input.projectId ?? null);
    return presentPerson(await getRow(store, 'person', id));
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new DomainError('CONFLICT', `There is an account with the address ${email} already.`);
  }
}

/** Changes an account. Throws as `changePerson`. */
export async function updatePerson({ store }: Context, input: UpdatePersonInput): Promise<Person> {
  const { id, name, role, disabled, password, runningTasks, storageBytes } = input;
  const change = {
    ...(name == null ? {} : { name: nameFor('account', name) }),
    ...(role == null ? {} : { role }),
    ...(disabled == null ? {} : { disabledAt: disabled ? new Date() : null }),
    ...(runningTasks == null ? {} : { runningTasks: limitOf('runningTasks', runningTasks) }),
    ...(storageBytes == null ? {} : { storageBytes: bytesOf(storageBytes) }),
    ...(password == null ? {} : { passwordDigest: await digestOfNew(password) }),
  };
  if (Object.keys(change).length === 0)
    throw bad('There is nothing to change. Give a name, role, password or limit.');
  await changePerson(store, id, change);
  return presentPerson(await getRow(store, 'person', id));
}

/** A person's own new password; ends their sessions, this one too. Throws UNAUTHENTICATED for a wrong old one. */
export async function changePassword(
  { store, principal }: Context,
  before: string,
  next: string,
): Promise<void> {
  const [person] = principal.personId
    ? await findRows(store, 'person', { id: principal.personId }, { take: 1 })
    : [];
  if (!person || principal.kind !== 'PERSON') throw bad('Only somebody who has signed in has a password.');
  if (!(await isPassword(before, person.passwordDigest)))
    throw new DomainError('UNAUTHENTICATED', 'The present password is another one.');
  await changePerson(store, person.id, { passwordDigest: await digestOfNew(next) });
}

/** A limit; null for none, which is asked for as 0. */
function limitOf(name: string, asked: number): number | null {
  if (Number.isSafeInteger(asked) && asked >= 0) return asked === 0 ? null : asked;
  throw bad(`${name}: give a whole number from 1, or 0 for no limit.`);
}

function bytesOf(asked: number): bigint | null {
  const limit = limitOf('storageBytes', asked);
  return limit === null ? null : BigInt(limit);
}

const SHORTEST = 10;
const LONGEST = 1000;

async function digestOfNew(password: string): Promise<string> {
  if (password.length >= SHORTEST && password.length <= LONGEST) return passwordDigest(password);
  throw bad(`A password has ${SHORTEST} to ${LONGEST} characters.`);
}
