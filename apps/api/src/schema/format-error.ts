import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError, type ErrorCode, errorCodes } from '@kshot/domain';
import { isUnavailable } from '@kshot/store';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Gives every error a code. What is not the caller's doing is logged whole and shown without its inside. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
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
  if (cause instanceof GraphQLError) {
    return { ...where, message: formatted.message, extensions: { code: codeOf(formatted) } };
  }
  const lost = lostRace[(cause as { code?: string } | null)?.code ?? ''];
  if (lost) return { ...where, message: lost.message, extensions: { code: lost.code } };
  console.error(cause);
  return {
    ...where,
    message: 'Something went wrong on the server. Its log has the details.',
    extensions: { code: 'INTERNAL' },
  };
}

/** What the database says, by Prisma's codes, when another request deleted a row between a check and the change. */
const lostRace: Readonly<Record<string, { readonly code: ErrorCode; readonly message: string }>> = {
  P2025: { code: 'NOT_FOUND', message: 'It has just been deleted. Load the page again.' },
  P2003: {
    code: 'CONFLICT',
    message: 'What this refers to has just been deleted, or is used again. Load the page and try again.',
  },
};

/** Apollo's codes as ours. */
const codeOf = ({ extensions }: GraphQLFormattedError): ErrorCode => {
  const code = String(extensions?.code ?? 'BAD_INPUT');
  if (code === 'INTERNAL_SERVER_ERROR') return 'INTERNAL';
  return code in errorCodes ? (code as ErrorCode) : 'BAD_INPUT';
};
