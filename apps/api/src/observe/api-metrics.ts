import type { Store } from '@kshot/store';
import type { RequestHandler, Response } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Services } from '../context.js';
import { partOf } from '../http/part-of.js';
import type { PredictorProcess } from '../predict/predictor-process.js';
import { taskMetrics } from './task-metrics.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What an operator watches, in the format of Prometheus. */
export interface ApiMetrics {
  /** Counts and times every request, under the part of the API that answers it. */
  readonly timed: RequestHandler;
  /** The predictor with its answers timed. */
  watched(predictor: PredictorProcess): PredictorProcess;
  readonly cost: Histogram;
  /** Tasks are those of the projects that the store reaches. */
  scrape(store: Store, response: Response): Promise<void>;
}

/** `sockets` tells how many are open. */
export function apiMetrics({ store: { pool } }: Pick<Services, 'store'>, sockets: () => number): ApiMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'kshot_api_' });
  const requests = new Histogram({
    name: 'kshot_http_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['part', 'method', 'status'],
    buckets: SECONDS,
    registers,
  });
  const cost = new Histogram({
    name: 'kshot_graphql_cost',
    help: 'Cost of operations, as the limits count it.',
    buckets: [1, 10, 100, 1000, 10_000, 100_000],
    registers,
  });
  const predictions = new Histogram({
    name: 'kshot_prediction_seconds',
    help: 'Time that a model takes to answer one call, its wait included.',
    buckets: SECONDS,
    registers,
  });
  const failures = new Counter({
    name: 'kshot_prediction_failures_total',
    help: 'Calls that a model did not answer.',
    registers,
  });
  new Gauge({
    name: 'kshot_sockets',
    help: 'Open WebSockets.',
    registers,
    collect() {
      this.set(sockets());
    },
  });
  new Gauge({
    name: 'kshot_database_connections',
    help: 'Connections of the pool, and callers that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'open' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  return {
    timed(request, response, next) {
      const end = requests.startTimer();
      const part = partOf(request.path);
      response.once('close', () => end({ part, method: request.method, status: response.statusCode }));
      next();
    },
    watched: (predictor) => ({
      ...predictor,
      async predict(question) {
        const end = predictions.startTimer();
        try {
          return await predictor.predict(question);
        } catch (error) {
          failures.inc();
          throw error;
        } finally {
          end();
        }
      },
    }),
    cost,
    scrape: async (store, response) => {
      const whole = Registry.merge([registry, taskMetrics(store)]);
      response.type(registry.contentType).send(await whole.metrics());
    },
  };
}
