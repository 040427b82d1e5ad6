import { randomUUID } from 'node:crypto';
import { log } from '@kshot/domain';
import type { RequestHandler, Response } from 'express';

/** Gives each request an id, which its lines in the log have, and which the answer names. */
export const identifyRequests: RequestHandler = (request, response, next) => {
  const id = randomUUID();
  response.set(HEADER, id);
  const start = performance.now();
  response.once('close', () => {
    const milliseconds = Math.round(performance.now() - start);
    log.debug({ request: id, method: request.method, status: response.statusCode, milliseconds }, 'answered');
  });
  next();
};

const HEADER = 'X-Request-Id';

export const requestIdIn = (response: Response): string => response.getHeader(HEADER) as string;
