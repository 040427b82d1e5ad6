import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError } from '@kshot/domain';
import { isUnavailable } from '@kshot/store';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Gives every error a code. What is not the caller's doing is logged whole and shown without its inside. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { path, locations } = formatted;
  const where = { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
  if (cause instanceof DomainError)
    return { ...where, message: cause.message, extensions: { code: cause.code } };
  if (isUnavailable(cause)) {
    return {
      ...where,
      message: 'The database does not answer. Try again in a moment.',
      extensions: { code: 'UNAVAILABLE' },
    };
  }
  if (cause instanceof GraphQLError) {
    return {
      ...where,
      message: formatted.message,
      extensions: { code: formatted.extensions?.code ?? 'BAD_INPUT' },
    };
  }
  console.error(cause);
  return {
    ...where,
    message: 'Something went wrong here. The log of the API tells more.',
    extensions: { code: 'INTERNAL' },
  };
}
