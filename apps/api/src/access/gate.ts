import { randomBytes } from 'node:crypto';
import { DomainError, log } from '@kshot/domain';
import {
  countRows,
  findHolder,
  findRows,
  insertRow,
  keptSetting,
  type Store,
  updateColumns,
} from '@kshot/store';
import { lookTogether } from '../look-together.js';
import { settings } from '../settings.js';
import { localPrincipal, type Principal, principalOf, tokenPrincipal } from './principal.js';
import type { Vouched } from './provider/sign-in-provider.js';
import { vouchedPerson } from './provider/vouched-person.js';
import { requestBudget } from './request-budget.js';
import { knownDevice, newKnownDevice } from './secrets/known-device.js';
import { digestOf, isEqual, isPassword, newSecret } from './secrets/secrets.js';
import { holderOf, newTicket } from './secrets/ticket.js';
import { signInAttempts } from './sign-in-attempts.js';

const SESSION_DAYS = 30;
const DAY = 24 * 60 * 60_000;
/** How often the use of a key is written down, in milliseconds. */
const NOTE_USE = 60_000;
/** How long it is believed that there are no accounts yet. */
const BELIEVE = 1000;

/** Says who asks, by what they show. */
export interface Gate {
  /** Null for nobody who may come in. */
  who(token: string | undefined): Promise<Principal | null>;
  /** Counts a request of theirs. Throws OVERLOADED with the seconds to wait. */
  spend(principal: Principal): Promise<void>;
  /** Counts the values that an operation of theirs may give. Throws OVERLOADED with the seconds to wait. */
  spendCost(principal: Principal, cost: number): Promise<void>;
  /** The same for a socket, which may also show a ticket. */
  whoConnects(token: string | undefined): Promise<Principal | null>;
  /** Says that there is an account: from now on nobody comes in without one. Other processes find out within a second. */
  close(): void;
  /** What people can sign in with. */
  ways(): Promise<{ accounts: boolean; token: boolean; provider: string | null }>;
  /** Whether they may still come in: the same with what they may do by now. */
  again(principal: Principal): Promise<Principal | null>;
  /** Null for those who need none. */
  ticketFor(principal: Principal): Promise<string | null>;
  /** `device` is what an earlier sign-in gave. Throws UNAUTHENTICATED, and OVERLOADED after too many wrong passwords. */
  signIn(
    email: string,
    password: string,
    device?: string,
  ): Promise<{ token: string; expiresAt: Date; device: string }>;
  /** The same of somebody whom the provider vouches for. Throws UNAUTHENTICATED for who has no account and gets none. */
  signInVouched(vouched: Vouched): Promise<{ token: string; expiresAt: Date }>;
  signOut(principal: Principal): Promise<void>;
}

export function accessGate(store: Store): Gate {
  let accounts = false;
  let lookedAt = Number.NEGATIVE_INFINITY; // milliseconds of a clock that is never set
  let secret: Promise<string> | undefined;
  const attempts = signInAttempts();
  const budget = requestBudget(settings.costPerMinute);

  async function isOpen(): Promise<boolean> {
    if (settings.token !== undefined || accounts) return false;
    if (performance.now() - lookedAt < BELIEVE) return true;
    return lookTogether(store.pool, 'accounts', async () => {
      accounts ||= (await countRows(store, 'person')) > 0;
      lookedAt = performance.now();
      return !accounts;
    });
  }
  const ticketSecret = (): Promise<string> => {
    secret ??= keptSetting(store.pool, 'ticket secret', randomBytes(32).toString('hex'));
    return secret.catch((error: unknown) => {
      secret = undefined;
      throw error;
    });
  };
  async function byCredential(where: { id: string } | { secretDigest: string }): Promise<Principal | null> {
    const holder = await findHolder(store.pool, where);
    const now = new Date();
    if (!holder) return null;
    const { credential, person } = holder;
    if (credential.revokedAt || (credential.expiresAt && credential.expiresAt < now)) return null;
    if (credential.personId && (!person || person.disabledAt)) return null;
    if (Number(credential.lastUsedAt) < now.getTime() - NOTE_USE)
      updateColumns(store.pool, 'credential', credential.id, { lastUsedAt: now }).catch((err: unknown) =>
        log.warn({ err }, 'The use of a credential is not written down.'),
      );
    return principalOf(holder);
  }
  async function who(token: string | undefined): Promise<Principal | null> {
    const open = await isOpen();
    if (token === undefined) return open ? localPrincipal : null;
    if (settings.token !== undefined && isEqual(token, settings.token)) return tokenPrincipal;
    return (await byCredential({ secretDigest: digestOf(token) })) ?? (open ? localPrincipal : null);
  }
  return {
    who,
    spend: budget.spend,
    spendCost: budget.spendCost,
    close() {
      accounts = true;
    },
    async whoConnects(token) {
      const holder = token === undefined ? null : holderOf(token, await ticketSecret());
      if (holder === null) return who(token);
      return holder === 'token'
        ? settings.token === undefined
          ? null
          : tokenPrincipal
        : byCredential({ id: holder });
    },
    async ways() {
      await isOpen();
      const token = settings.token !== undefined;
      const provider = settings.provider?.name ?? null;
      return { accounts: accounts || (token && (await countRows(store, 'person')) > 0), token, provider };
    },
    async again(principal) {
      if (principal.credentialId) return byCredential({ id: principal.credentialId });
      if (principal.kind === 'LOCAL') return (await isOpen()) ? principal : null;
      return principal;
    },
    async ticketFor({ kind, credentialId }) {
      const holder = credentialId ?? (kind === 'TOKEN' ? 'token' : null);
      return holder && newTicket(holder, await ticketSecret());
    },
    async signIn(email, password, device) {
      const address = email.trim().toLowerCase();
      const signing = await ticketSecret();
      const number = knownDevice(device, address, signing);
      const by = number ? `${address} ${number}` : address;
      attempts.assertNotTooMany(by);
      const [person] = await findRows(store, 'person', { email: address }, { take: 1 });
      const right = await attempts.inTurn(
        () => isPassword(password, person?.passwordDigest ?? null),
        number !== null,
      );
      if (!person || !right || person.disabledAt) {
        attempts.failed(by);
        throw new DomainError('UNAUTHENTICATED', 'No account has this e-mail address and password.');
      }
      attempts.forget(by);
      const session = await newSession(store, person.id);
      return { ...session, device: newKnownDevice(address, signing) };
    },
    async signInVouched(vouched) {
      const session = await newSession(
        store,
        await vouchedPerson(store, vouched, settings.provider?.role ?? null),
      );
      accounts = true;
      return session;
    },
    async signOut({ kind, credentialId }) {
      if (kind === 'PERSON' && credentialId)
        await updateColumns(store.pool, 'credential', credentialId, { revokedAt: new Date() });
    },
  };
}

async function newSession(store: Store, personId: string): Promise<{ token: string; expiresAt: Date }> {
  const token = newSecret('kshot_session');
  const expiresAt = new Date(Date.now() + SESSION_DAYS * DAY);
  await insertRow(store.pool, 'credential', {
    kind: 'SESSION',
    personId,
    name: 'Browser',
    secretDigest: digestOf(token),
    scopes: '',
    expiresAt,
  });
  return { token, expiresAt };
}
