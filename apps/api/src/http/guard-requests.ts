import type { RequestHandler } from 'express';
import { answerError } from './answer-error.js';
import { foreignRefusal } from './own-hosts.js';
import { isProbe } from './probes.js';

/** Headers that keep browsers from guessing, framing and telling others. Pages of the IDE set their own policy. */
export const secureHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-site',
  });
  next();
};

/** Refuses addresses with NUL, which no name has and PostgreSQL does not take, and those that cannot be decoded. */
export const plainAddresses: RequestHandler = (request, response, next) => {
  const refuse = (message: string) => answerError(request, response, 400, { code: 'BAD_INPUT', message });
  if (/%00/.test(request.url)) return refuse('An address has no NUL characters. Leave %00 out.');
  if (!isDecodable(request.path))
    return refuse('The address cannot be decoded. Percent-encode it as UTF-8, and write a % as %25.');
  next();
};

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false; // the caller says so
  }
}

/** Refuses names and pages that are not ours. */
export const ownCallers: RequestHandler = (request, response, next) => {
  const refusal = foreignRefusal(request.headers, isProbe(request.path));
  if (refusal) answerError(request, response, 403, refusal);
  else next();
};
