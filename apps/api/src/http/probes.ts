import { isUnavailable, type Store } from '@kshot/store';
import type { RequestHandler } from 'express';
import { answerError } from './answer-error.js';

/** Where it is asked whether this process lives, and whether it can answer. Probes come by any name of the machine. */
export const probes = { live: '/healthz', ready: '/readyz' } as const;

export const isProbe = (path: string): boolean => Object.values<string>(probes).includes(path);

export const live: RequestHandler = (_request, response) => void response.json({ ok: true });

const PATIENCE = 2000; // milliseconds

/** Ready is who reaches the database: without it the process lives on, and answers UNAVAILABLE until it is back. */
export const ready =
  ({ pool }: Pick<Store, 'pool'>): RequestHandler =>
  (request, response, next) => {
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Late()), PATIENCE).unref();
    });
    Promise.race([pool.query('select 1'), late]).then(
      () => response.json({ ok: true }),
      (error: unknown) => {
        if (!(error instanceof Late) && !isUnavailable(error)) return next(error);
        const message = 'The database does not answer.';
        answerError(request, response, 503, { code: 'UNAVAILABLE', message });
      },
    );
  };

class Late extends Error {}
