import type { Request, Response } from 'express';
import { type Context, contextOf, type Services } from '../context.js';
import { requestIdIn } from '../http/identify-requests.js';
import { principalIn } from './with-principal.js';

/** Names the project that lists show and new things go to where a request names none. */
const HEADER = 'X-Kshot-Project';

/** What works for a request of HTTP, whoever asks. */
export function routeContext(services: Services, request: Request, response: Response): Context {
  const principal = principalIn(response);
  const projectId = principal.projectId ?? (request.get(HEADER) || null);
  const isAwaited = () => !response.closed;
  return contextOf(services, principal, { isAwaited, projectId, request: requestIdIn(response) });
}
