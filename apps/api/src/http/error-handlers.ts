import { failureOf, isDiskFull } from '@kshot/domain';
import { isUnavailable } from '@kshot/store';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { address } from './address.js';
import { answerError } from './answer-error.js';
import { requestIdIn } from './identify-requests.js';

export const noSuchRoute: RequestHandler = (request, response) =>
  answerError(request, response, 404, {
    code: 'NOT_FOUND',
    message: `Nothing is served at this address. The API is at ${address('/graphql')}.`,
  });

/** What Express and its body parser refuse, by status. */
const refusals: Readonly<Record<number, string>> = {
  400: 'The request cannot be read. Send valid JSON in UTF-8.',
  413: 'The body is too large. Send files to the URL that createUpload gives.',
  415: 'The body has an encoding that is not supported. Send it as plain UTF-8.',
};

/** The last of all handlers: every error becomes JSON without its inside. */
export const answerErrors: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status = 500 } = error as { status?: number };
  if (status >= 400 && status < 500) {
    const code = status === 413 ? 'DATA_TOO_LARGE' : 'BAD_INPUT';
    const message = refusals[status] ?? 'The request cannot be read.';
    answerError(request, response, status, { code, message });
    return;
  }
  if (isUnavailable(error)) {
    const message = 'The database does not answer. Try again in a moment.';
    answerError(request, response, 503, { code: 'UNAVAILABLE', message });
    return;
  }
  if (isDiskFull(error)) return answerError(request, response, 507, failureOf(error));
  const { code } = failureOf(error, { request: requestIdIn(response) });
  const message = 'Something went wrong on the server. Its log has the details.';
  answerError(request, response, 500, { code, message });
};
