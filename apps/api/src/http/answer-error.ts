import type { ErrorCode } from '@kshot/domain';
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
