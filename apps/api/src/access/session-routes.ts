import { DomainError, readProviderBegin, readProviderFinish, readSignIn } from '@kshot/domain';
import { insertRow, type Store } from '@kshot/store';
import express, { type Router } from 'express';
import { answering } from '../http/answering.js';
import { settings } from '../settings.js';
import type { Gate } from './gate.js';
import { type SignInProvider, signInProvider } from './provider/sign-in-provider.js';
import { principalIn, withPrincipal } from './with-principal.js';

/** POST signs in, GET says who is signed in, DELETE signs out; a ticket opens a socket. The dashboard's server asks them for browsers. */
export function sessionRoutes(gate: Gate, store: Store): Router {
  const router = express.Router();
  const small = express.json({ limit: 16_384 });
  const provider = settings.provider && signInProvider(settings.provider);
  const theProvider = (): SignInProvider => {
    if (provider) return provider;
    throw new DomainError('NOT_FOUND', 'No sign-in provider is set up. Set KSHOT_OIDC_ISSUER.');
  };
  const named = withPrincipal(gate);
  router.post(
    '/session',
    small,
    answering(async (request, response) => {
      const { email, password, device } = readSignIn(request.body);
      const session = await noted(store, email, gate.signIn(email, password, device));
      response.set('Cache-Control', 'no-store').json(session);
    }),
  );
  router.post(
    '/session/provider',
    small,
    answering(async (request, response) => {
      const { redirectUri } = readProviderBegin(request.body);
      if (!settings.origins.includes(new URL(redirectUri).origin))
        throw new DomainError(
          'BAD_INPUT',
          'redirectUri must lead to the dashboard, as KSHOT_DASHBOARD_ORIGIN names it.',
        );
      response.set('Cache-Control', 'no-store').json(await theProvider().begin(redirectUri));
    }),
  );
  router.post(
    '/session/provider/finish',
    small,
    answering(async (request, response) => {
      const { cameBackTo, checks } = readProviderFinish(request.body);
      const vouched = await theProvider().finish(cameBackTo, checks);
      const session = await noted(store, vouched.email, gate.signInVouched(vouched));
      response.set('Cache-Control', 'no-store').json(session);
    }),
  );
  router.get(
    '/session/ways',
    answering(async (_request, response) => void response.json(await gate.ways())),
  );
  router.get(
    '/session',
    named,
    answering(async (_request, response) => {
      const { kind, name, role, scopes } = principalIn(response);
      response.set('Cache-Control', 'no-store').json({ kind, name, role, scopes: [...scopes] });
    }),
  );
  router.delete(
    '/session',
    named,
    answering(async (_request, response) => {
      await gate.signOut(principalIn(response));
      response.status(204).end();
    }),
  );
  router.post(
    '/ticket',
    named,
    answering(async (_request, response) => {
      const ticket = await gate.ticketFor(principalIn(response));
      response.set('Cache-Control', 'no-store').json(ticket ? { ticket } : {});
    }),
  );
  return router;
}

/** Writes into the audit log how a sign-in ended. */
async function noted<T>(store: Store, email: string, signingIn: Promise<T>): Promise<T> {
  const write = (outcome: string) =>
    insertRow(store.pool, 'auditEntry', {
      actorKind: 'PERSON',
      actorName: email.trim().slice(0, 320),
      action: 'signIn',
      subjects: '',
      outcome,
    });
  try {
    const session = await signingIn;
    await write('OK');
    return session;
  } catch (error) {
    await write(error instanceof DomainError ? error.code : 'INTERNAL');
    throw error;
  }
}
