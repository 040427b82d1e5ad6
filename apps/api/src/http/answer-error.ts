import type { DomainError, ErrorCode } from '@kshot/domain';
import type { Request, Response } from 'express';

/** Answers in JSON, at /graphql in the shape that GraphQL clients read. */
export function answerError(
  { path, baseUrl }: Request,
  response: Response,
  status: number,
  failure: { readonly code: ErrorCode; readonly message: string },
): void {
  const { code, message } = failure; // of an Error the message would not be sent
  const graphql = `${baseUrl}${path}`.startsWith('/graphql');
  response
    .status(status)
    .json(graphql ? { errors: [{ message, extensions: { code } }] } : { error: { code, message } });
}

/** Whoever asked too much within a minute is told when to go on. */
export function answerOverload(request: Request, response: Response, error: DomainError): void {
  response.set('Retry-After', String(error.retryAfter));
  answerError(request, response, 429, error);
}
