import { DomainError } from '@kshot/domain';
import type { Request, Response } from 'express';

/** Refuses every other method with 405. */
export function onlyPost(request: Request, response: Response): void {
  if (request.method === 'POST') return;
  response.set('Allow', 'POST');
  response.status(405);
  throw new DomainError('BAD_INPUT', 'Predictions are asked for by POST.');
}
