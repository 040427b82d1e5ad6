import type { RequestHandler } from 'express';
import { answerError } from './answer-error.js';
import { isOwnHost, isOwnOrigin } from './own-hosts.js';
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

/** Refuses addresses with NUL, which no name has and PostgreSQL does not take. */
export const plainAddresses: RequestHandler = (request, response, next) => {
  if (!/%00/.test(request.url)) return next();
  const message = 'An address has no NUL characters. Leave %00 out.';
  answerError(request, response, 400, { code: 'BAD_INPUT', message });
};

/** Refuses names and pages that are not ours. */
export const ownCallers: RequestHandler = (request, response, next) => {
  const { host, origin } = request.headers;
  if (!isOwnHost(host) && !isProbe(request.path))
    answerError(request, response, 403, {
      code: 'FORBIDDEN',
      message: 'This server is not known by the name in the Host header. Add it to KSHOT_ALLOWED_HOSTS.',
    });
  else if (!isOwnOrigin(origin, host))
    answerError(request, response, 403, {
      code: 'FORBIDDEN',
      message: 'Pages of this origin may not call the API. Add it to KSHOT_DASHBOARD_ORIGIN.',
    });
  else next();
};
