import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError, type ErrorCode, errorCodes, failureOf, isDiskFull, log } from '@kshot/domain';
import { isUnavailable } from '@kshot/store';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { messageOf } from './apollo-messages.js';

/** What was thrown; of a subscription too, whose errors have no path. */
function causeOf(error: unknown): unknown {
  const { originalError } = error as { originalError?: unknown };
  return originalError instanceof DomainError ? originalError : unwrapResolverError(error);
}

const requests = new WeakMap<object, string>();

/** Errors that something threw are logged with the id of the request in which they did. */
export function nameRequest(errors: readonly GraphQLError[], request: string | null): void {
  for (const error of errors) {
    const cause = causeOf(error);
    if (request && typeof cause === 'object' && cause !== null) requests.set(cause, request);
  }
}

/** Gives every error a code. What is not the caller's doing is logged whole and shown without its inside. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = causeOf(error);
  const { path, locations } = formatted;
  const where = { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
  if (cause instanceof DomainError) {
    const { code, message, retryAfter } = cause;
    return { ...where, message, extensions: { code, ...(retryAfter === undefined ? {} : { retryAfter }) } };
  }
  if (isUnavailable(cause)) {
    return {
      ...where,
      message: 'The database does not answer. Try again in a moment.',
      extensions: { code: 'UNAVAILABLE' },
    };
  }
  if (isDiskFull(cause)) {
    const { code, message } = failureOf(cause);
    return { ...where, message, extensions: { code } };
  }
  if (cause instanceof GraphQLError) {
    return { ...where, message: messageOf(formatted), extensions: { code: codeOf(formatted) } };
  }
  log.error({ request: requests.get(cause as object), err: cause }, 'unforeseen'); // not its path: that is made of aliases, which are the caller's
  return {
    ...where,
    message: 'Something went wrong on the server. Its log has the details.',
    extensions: { code: 'INTERNAL' },
  };
}

/** Apollo's codes as ours. */
const codeOf = ({ extensions }: GraphQLFormattedError): ErrorCode => {
  const code = String(extensions?.code ?? 'BAD_INPUT');
  if (code === 'INTERNAL_SERVER_ERROR') return 'INTERNAL';
  return code in errorCodes ? (code as ErrorCode) : 'BAD_INPUT';
};
