import { failureOf } from '@kshot/domain';
import { isUnavailable } from '@kshot/store';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { requestIdIn } from './identify-requests.js';

const statusOf: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CONFLICT: 409,
  OVERLOADED: 503,
  UNAVAILABLE: 503,
  UPLOAD_EXPIRED: 410,
  DATA_TOO_LARGE: 413,
  DISK_FULL: 507,
  INTERNAL: 500,
};

/** A route whose foreseen errors become JSON with their code; the others go on to the last handler. */
export const answering =
  (handle: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request: Request, response: Response, next: NextFunction) => {
    handle(request, response).catch((error: unknown) => {
      if (isUnavailable(error)) return next(error);
      const failure = failureOf(error, { request: requestIdIn(response) });
      if (failure.code === 'INTERNAL') return next(error);
      if (response.headersSent) return response.destroy();
      if (!request.complete) response.set('Connection', 'close'); // the rest of the body is not read: nothing can follow it
      const { retryAfter } = error as { retryAfter?: number };
      if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
      const status = response.statusCode === 200 ? (statusOf[failure.code] ?? 400) : response.statusCode;
      response.status(status).json({ error: failure });
    });
  };
