import type { Exchange } from '@urql/core';
import { pipe, tap } from 'wonka';
import { forgetOperation, logOperation } from './operation-log';

/** Keeps the log of operations that pages can show. */
export const logging: Exchange =
  ({ forward }) =>
  (operations) =>
    pipe(
      operations,
      tap(({ kind, key, query, variables }) => {
        if (kind === 'teardown') forgetOperation(key);
        else logOperation(key, query as Parameters<typeof logOperation>[1], variables ?? {});
      }),
      forward,
    );
