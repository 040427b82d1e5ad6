import type { Role } from '@kshot/domain';
import { countRows, FIRST_PROJECT, type Store, setMember } from '@kshot/store';

/** Puts a new account into the project that is named; where none is, into the only one, and into none of several. */
export async function joinProject(
  store: Store,
  member: { readonly personId: string; readonly role: Role },
  asked: string | null = null,
): Promise<void> {
  const only = asked === null && (await countRows(store, 'project')) === 1;
  const projectId = only ? FIRST_PROJECT : asked;
  if (projectId !== null) await setMember(store.pool, { projectId, ...member });
}
