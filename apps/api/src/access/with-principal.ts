import type { Scope } from '@kshot/domain';
import type { RequestHandler, Response } from 'express';
import { answerError } from '../http/answer-error.js';
import { answering } from '../http/answering.js';
import { bearerToken } from './connection-token.js';
import type { Gate } from './gate.js';
import { assertMay, type Principal } from './principal.js';

/** Finds out who asks; lets nobody in who may not come in. */
export const withPrincipal =
  (gate: Gate): RequestHandler =>
  (request, response, next) => {
    gate.who(bearerToken(request.headers.authorization)).then((principal) => {
      response.locals.principal = principal;
      if (principal) return next();
      answerError(request, response, 401, {
        code: 'UNAUTHENTICATED',
        message: 'Send a key or the access token: Authorization: Bearer KEY.',
      });
    }, next);
  };

export const principalIn = (response: Response): Principal => response.locals.principal as Principal;

/** Lets those through who may do this. */
export const needs = (scope: Scope): RequestHandler => {
  const check = answering(async (_request, response) => assertMay(principalIn(response), scope));
  return (request, response, next) => {
    try {
      assertMay(principalIn(response), scope);
    } catch {
      return check(request, response, next);
    }
    next();
  };
};
