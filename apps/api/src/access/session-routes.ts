import { DomainError, readSignIn } from '@kshot/domain';
import { insertRow, type Store } from '@kshot/store';
import express, { type Router } from 'express';
import { answering } from '../http/answering.js';
import type { Gate } from './gate.js';
import { principalIn, withPrincipal } from './with-principal.js';

/** POST signs in, GET says who is signed in, DELETE signs out; a ticket opens a socket. The dashboard's server asks them for browsers. */
export function sessionRoutes(gate: Gate, store: Store): Router {
  const router = express.Router();
  const named = withPrincipal(gate);
  router.post(
    '/session',
    express.json({ limit: 4096 }),
    answering(async (request, response) => {
      const { email, password } = readSignIn(request.body);
      const outcome = await gate.signIn(email, password).catch((error: unknown) => error as Error);
      await insertRow(store.pool, 'auditEntry', {
        actorKind: 'PERSON',
        actorName: email.trim().slice(0, 320),
        action: 'signIn',
        subjects: '',
        outcome: 'token' in outcome ? 'OK' : outcome instanceof DomainError ? outcome.code : 'INTERNAL',
      });
      if (!('token' in outcome)) throw outcome;
      response.set('Cache-Control', 'no-store').json(outcome);
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
