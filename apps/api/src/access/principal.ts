import { DomainError, type Role, roleScopes, type Scope, scopes } from '@kshot/domain';
import type { Holder, Membership, Reach } from '@kshot/store';

/** Who asks. LOCAL is anybody on this machine, as long as there are no accounts and no access token. */
export interface Principal {
  readonly kind: 'LOCAL' | 'TOKEN' | 'PERSON' | 'KEY' | 'PUBLIC';
  /** The person, or the owner of the key. */
  readonly personId: string | null;
  /** The session or key that was shown. */
  readonly credentialId: string | null;
  readonly name: string;
  readonly role: Role | null;
  readonly scopes: ReadonlySet<Scope>;
  /** Of a key that may not send more; null for any number. */
  readonly requestsPerMinute: number | null;
  /** The projects that they are in, the oldest first; null for all. */
  readonly memberships: readonly Membership[] | null;
  /** Of a key for one project only. */
  readonly projectId: string | null;
}

const withoutAccount = {
  personId: null,
  credentialId: null,
  role: null,
  requestsPerMinute: null,
  memberships: null,
  projectId: null,
};
const everything: ReadonlySet<Scope> = new Set(scopes);

export const localPrincipal: Principal = {
  ...withoutAccount,
  kind: 'LOCAL',
  name: 'This machine',
  scopes: everything,
};
export const tokenPrincipal: Principal = {
  ...withoutAccount,
  kind: 'TOKEN',
  name: 'Access token',
  scopes: everything,
};
/** Who asks a shared model. */
export const publicPrincipal: Principal = {
  ...withoutAccount,
  kind: 'PUBLIC',
  name: 'Anybody',
  scopes: new Set<Scope>(['PREDICT']),
  memberships: [],
};

/** Who shows a session or a key: a key may do no more than its owner. */
export function principalOf({ credential, person, memberships }: Holder): Principal {
  const role = person?.role ?? null;
  const allowed: readonly Scope[] = role ? roleScopes[role] : scopes;
  const isKey = credential.kind === 'KEY';
  const own = isKey ? credential.scopes.split(' ') : allowed;
  const { projectId } = credential;
  const isEverywhere = person === null || role === 'ADMIN';
  return {
    kind: isKey ? 'KEY' : 'PERSON',
    personId: credential.personId,
    credentialId: credential.id,
    name: isKey ? credential.name : (person?.name ?? ''),
    role,
    requestsPerMinute: credential.requestsPerMinute,
    memberships: within(isEverywhere ? null : memberships, projectId),
    projectId,
    scopes: new Set(
      allowed.filter((scope) => own.includes(scope) && (scope !== 'ADMIN' || projectId === null)),
    ),
  };
}

/** What is left to a key of one project. */
function within(memberships: readonly Membership[] | null, projectId: string | null) {
  if (projectId === null) return memberships;
  const own = memberships ?? [{ projectId, role: 'ADMIN' as const }];
  return own.filter((one) => one.projectId === projectId);
}

/** The projects that somebody reaches to look at something, or to change something: for that a viewer's are no more than looked at. */
export function reachOf({ memberships }: Principal, change: boolean): Reach | null {
  if (memberships === null) return null;
  const idsOf = (some: readonly Membership[]) => some.map(({ projectId }) => projectId);
  if (!change) return { projects: idsOf(memberships), lookOnly: [] };
  return {
    projects: idsOf(memberships.filter(({ role }) => role !== 'VIEWER')),
    lookOnly: idsOf(memberships.filter(({ role }) => role === 'VIEWER')),
  };
}

/** Whether somebody lost a project that they saw before. */
export const reachesLess = (before: Principal, now: Principal): boolean =>
  now.memberships !== null &&
  (before.memberships === null ||
    before.memberships.some(({ projectId }) => !now.memberships?.some((one) => one.projectId === projectId)));

const doing: Record<Scope, string> = {
  READ: 'look at data and models',
  PREDICT: 'ask models',
  TRAIN: 'make or change anything',
  ADMIN: 'administer accounts',
};

/** Throws FORBIDDEN where somebody may not do something, which each of the scopes allows. */
export function assertMay({ kind, scopes: own, role }: Principal, ...needed: readonly Scope[]): void {
  if (needed.some((scope) => own.has(scope))) return;
  const who = kind === 'KEY' ? 'This key' : `Your role (${role?.toLowerCase() ?? 'none'})`;
  const way =
    kind === 'KEY'
      ? `Make a key with the scope ${needed.join(' or ')}.`
      : `Ask an administrator for the role ${needed.includes('ADMIN') ? 'administrator' : 'editor'}.`;
  const what = needed.map((scope) => doing[scope]).join(' or ');
  throw new DomainError('FORBIDDEN', `${who} may not ${what}. ${way}`);
}
