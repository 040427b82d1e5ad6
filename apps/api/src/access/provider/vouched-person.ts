import { DomainError } from '@kshot/domain';
import { countRows, findRows, insertRow, isTaken, type Store } from '@kshot/store';
import { joinProject } from '../join-project.js';
import { newSecret, passwordDigest } from '../secrets/secrets.js';
import type { Vouched } from './sign-in-provider.js';

/** The account of somebody whom a provider vouches for; made where people get one with this role. Throws UNAUTHENTICATED. */
export async function vouchedPerson(
  store: Store,
  { email, name }: Vouched,
  role: 'VIEWER' | 'EDITOR' | null,
): Promise<string> {
  const find = async () => (await findRows(store, 'person', { email }, { take: 1 }))[0];
  const person = await find();
  if (person?.disabledAt) throw noAccount(email);
  if (person) return person.id;
  if (role === null || (await countRows(store, 'person')) === 0) throw noAccount(email);
  try {
    // Nobody knows this password: whoever has an account by a provider signs in there, until an administrator sets one.
    const digest = await passwordDigest(newSecret('none'));
    const id = await insertRow(store.pool, 'person', {
      email,
      name: name.slice(0, 255),
      role,
      passwordDigest: digest,
    });
    await joinProject(store, { personId: id, role });
    return id;
  } catch (error) {
    const other = isTaken(error) ? await find() : undefined; // the same person in another tab
    if (!other) throw error;
    return other.id;
  }
}

const noAccount = (email: string): DomainError =>
  new DomainError(
    'UNAUTHENTICATED',
    `There is no account with the address ${email}. Ask an administrator for one.`,
  );
