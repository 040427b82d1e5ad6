import { print } from 'graphql';
import type { Client as LiveClient } from 'graphql-ws';
import type { RunMetricsSubscription as Sent } from '@/generated/graphql';
import { forgetOperation, logOperation } from '@/graphql/operation-log';
import { RunMetricsSubscription } from './run-metrics.operations';

type Batch = Sent['runMetrics'];

/**
 * Everything that the run records after step `after`, until it ends or the returned function is called.
 * The socket asks again with these same variables when it reconnects; they are kept at the last step
 * received, so that a reconnect goes on from there.
 */
export function followMetrics(
  live: LiveClient,
  runId: string,
  after: number,
  onBatch: (batch: Batch) => void,
  onError: () => void,
): () => void {
  const variables = { runId, after };
  const key = {};
  logOperation(key, RunMetricsSubscription, variables);
  const stop = live.subscribe<Sent>(
    { query: print(RunMetricsSubscription), variables },
    {
      next: ({ data, errors }) => {
        if (errors || !data) return onError();
        variables.after = Math.max(variables.after, data.runMetrics.lastStep);
        onBatch(data.runMetrics);
      },
      error: onError,
      complete: () => {},
    },
  );
  return () => {
    forgetOperation(key);
    stop();
  };
}
