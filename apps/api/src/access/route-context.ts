import type { Request, Response } from 'express';
import { type Context, contextOf, type Services } from '../context.js';
import { requestIdIn } from '../http/identify-requests.js';
import { projectInHeader } from './named-project.js';
import { principalIn } from './with-principal.js';

/** What works for a request of HTTP, whoever asks. */
export function routeContext(services: Services, request: Request, response: Response): Context {
  const principal = principalIn(response);
  const projectId = principal.projectId ?? projectInHeader(request);
  const isAwaited = () => !response.closed;
  return contextOf(services, principal, { isAwaited, projectId, request: requestIdIn(response) });
}
