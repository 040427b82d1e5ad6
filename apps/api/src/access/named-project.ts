import { findRow, type Store, storeWithin } from '@kshot/store';
import type { Request, RequestHandler } from 'express';
import { answerError } from '../http/answer-error.js';
import { type Principal, reachOf } from './principal.js';
import { principalIn } from './with-principal.js';

/** Names the project that lists show and new things go to where a request names none. */
const HEADER = 'X-Kshot-Project';

export const projectInHeader = (request: Request): string | null => request.get(HEADER) || null;

/** Whether a project that is named is there for who asks. */
export const seesProject = async (store: Store, principal: Principal, id: string | null): Promise<boolean> =>
  id === null || (await findRow(storeWithin(store, reachOf(principal, false)), 'project', id)) !== null;

/** Refuses requests whose header names a project that is not there for who asks. */
export const knownProjects =
  (store: Store): RequestHandler =>
  (request, response, next) => {
    const named = projectInHeader(request);
    seesProject(store, principalIn(response), named).then((isSeen) => {
      if (isSeen) return next();
      const message = `There is no project with the id ${named?.slice(0, 40)}. Correct the header ${HEADER}, or leave it out.`;
      answerError(request, response, 404, { code: 'NOT_FOUND', message });
    }, next);
  };
