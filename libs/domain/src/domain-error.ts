import { log } from './log/log.js';
import type { LogContext } from './log/log-context.js';

/** Every way in which a request can be wrong; `extensions.code` in GraphQL answers. */
export const errorCodes = {
  BAD_INPUT: 'A value is missing, of the wrong kind or out of range.',
  NOT_FOUND: 'Nothing has this id.',
  CANCELLED: 'A user stopped this.',
  CONFLICT: 'The present state does not allow this.',
  DATA_EMPTY: 'There are no examples.',
  DATA_ONE_CLASS: 'At least two classes are needed.',
  DATA_FORMAT: 'The file is not of a kind that can be read.',
  DATA_ENCODING: 'The text is not UTF-8.',
  DATA_COLUMN: 'A column is missing or of the wrong kind.',
  DATA_IMAGE: 'An image cannot be decoded.',
  DATA_TOO_LARGE: 'A limit on size or number is exceeded.',
  UPLOAD_INCOMPLETE: 'The file did not arrive whole.',
  UPLOAD_EXPIRED: 'The upload URL is no longer valid.',
  TRAINING_DIVERGED: 'The loss stopped being a number.',
  OUT_OF_MEMORY: 'There is not enough memory for this.',
  DISK_FULL: 'There is no room left for this.',
  WORKER_LOST: 'The process that did the work ended.',
  UNAUTHENTICATED: 'The session, key or access token is missing, wrong or over.',
  FORBIDDEN: 'This caller may not do this.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  UNAVAILABLE: 'Something that is needed does not answer. Try again.',
  OVERLOADED: 'Too many requests wait. Try again after the time that the answer names.',
  INTERNAL: 'Something went wrong that should not.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** Characters of a message at most: what somebody sent may be repeated in it. */
const LONGEST = 2000;

/** An error that a user can act on: a code, what is wrong and what to do. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Seconds after which to try again, where that helps. */
    readonly retryAfter?: number,
  ) {
    super(message.length > LONGEST ? `${message.slice(0, LONGEST - 1)}…` : message);
    this.name = 'DomainError';
  }
}

/** What is stored and shown of a failure. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}

const diskFull: Failure = {
  code: 'DISK_FULL',
  message:
    'The disk is full. Free space where KSHOT_HOME and the database are, then try again; nothing was half-written.',
};
const missingFile: Failure = {
  code: 'UNAVAILABLE',
  message: 'A stored file is missing. Check that API and workers use the same KSHOT_HOME, then try again.',
};

/** What file systems (ENOSPC, EDQUOT) and PostgreSQL (53100) call a full disk. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Whether an error, or what caused it, is that a disk is full: that of the files, or that of the database. */
export function isDiskFull(error: unknown): boolean {
  const { code, originalCode, cause, meta } = (error ?? {}) as {
    code?: string;
    originalCode?: string;
    cause?: unknown;
    meta?: { driverAdapterError?: unknown };
  };
  if (FULL.has(code ?? '') || FULL.has(originalCode ?? '')) return true;
  return [cause, meta?.driverAdapterError].some((inner) => inner !== undefined && isDiskFull(inner));
}

/** Any error as something to show. The text of an unforeseen one stays in the log, with ids of what it is about: it may name files of the server. */
export function failureOf(error: unknown, about: LogContext = {}): Failure {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  const { code, message } = error as { code?: string; message?: string };
  if (isDiskFull(error)) return diskFull;
  if (code === 'ENOENT') return missingFile;
  if (
    /allocation failed|bad_alloc|out of memory|OOM when allocating|Invalid typed array length/i.test(
      message ?? '',
    )
  )
    return {
      code: 'OUT_OF_MEMORY',
      message: 'There was not enough memory for this. Use fewer or smaller examples, or a smaller batch.',
    };
  log.error({ ...about, err: error }, 'unforeseen');
  return {
    code: 'INTERNAL',
    message: 'An unexpected error ended this. The server log names it; please report it, then try again.',
  };
}
