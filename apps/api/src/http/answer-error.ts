import type { DomainError, ErrorCode } from '@kshot/domain';
import type { Request, Response } from 'express';

/** What is wrong and what to do. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Answers in JSON, at /graphql in the shape that GraphQL clients read. */
export function answerError(
  { path, baseUrl }: Request,
  response: Response,
  status: number,
  failure: Failure,
): void {
  response.status(status).json(errorBody(baseUrl + path, failure));
}

/** What is answered at a path. */
export function errorBody(path: string, { code, message }: Failure): object {
  return path.startsWith('/graphql')
    ? { errors: [{ message, extensions: { code } }] }
    : { error: { code, message } };
}

/** Whoever asked too much within a minute is told when to go on. */
export function answerOverload(request: Request, response: Response, error: DomainError): void {
  response.set('Retry-After', String(error.retryAfter));
  answerError(request, response, 429, error);
}
