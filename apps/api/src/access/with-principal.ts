import { DomainError, type Scope } from '@kshot/domain';
import type { Request, RequestHandler, Response } from 'express';
import { answerError, answerOverload } from '../http/answer-error.js';
import { bearerToken } from './connection-token.js';
import type { Gate } from './gate.js';
import { assertMay, type Principal } from './principal.js';

/** Finds out who asks; lets nobody in who may not come in. */
export const withPrincipal =
  (gate: Gate): RequestHandler =>
  (request, response, next) => {
    admit(gate, request, response).then((isIn) => isIn && next(), next);
  };

async function admit(gate: Gate, request: Request, response: Response): Promise<boolean> {
  const principal = await gate.who(bearerToken(request.headers.authorization));
  response.locals.principal = principal;
  if (!principal) {
    answerError(request, response, 401, {
      code: 'UNAUTHENTICATED',
      message: 'Send a key or the access token: Authorization: Bearer KEY.',
    });
    return false;
  }
  try {
    await gate.spend(principal);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    answerOverload(request, response, error);
    return false;
  }
}

export const principalIn = (response: Response): Principal => response.locals.principal as Principal;

/** Who takes turns: whoever has a session or key, the dashboard's visitors among them; others by their address. */
export const callerOf = ({ socket }: Request, response: Response): unknown =>
  principalIn(response).credentialId ?? socket.remoteAddress;

/** Lets those through who may do this, by one of the scopes. */
export const needs =
  (...scopes: readonly Scope[]): RequestHandler =>
  (request, response, next) => {
    try {
      assertMay(principalIn(response), ...scopes);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return answerError(request, response, 403, error);
    }
    next();
  };
