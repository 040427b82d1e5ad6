import http from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express from 'express';
import type { GraphQLSchema } from 'graphql';
import { knownProjects } from './access/named-project.js';
import { routeContext } from './access/route-context.js';
import { sessionRoutes } from './access/session-routes.js';
import { callerOf, needs, principalIn, withPrincipal } from './access/with-principal.js';
import type { Context, Services } from './context.js';
import { fileRoutes } from './download/file-routes.js';
import { removeBasePath } from './http/address.js';
import { cutOffSlowBodies } from './http/cut-off-slow-bodies.js';
import { answerErrors, noSuchRoute } from './http/error-handlers.js';
import { ownCallers, plainAddresses, secureHeaders } from './http/guard-requests.js';
import { identifyRequests } from './http/identify-requests.js';
import { limitOperations } from './http/limit-operations.js';
import { live, probes, ready } from './http/probes.js';
import { statusByAccept } from './http/refused-status.js';
import { requestsOfErrors } from './http/requests-of-errors.js';
import { traceRequests } from './http/trace-answer.js';
import { ideRoutes } from './ide/ide-routes.js';
import { fairTurns } from './limits/fair-turns.js';
import { requestLimits } from './limits/request-limits.js';
import { apiMetrics } from './observe/api-metrics.js';
import { restRoutes } from './rest/rest-routes.js';
import { sharedRoutes } from './rest/shared-routes.js';
import { formatError } from './schema/format-error.js';
import { settings } from './settings.js';
import { serveSubscriptions } from './subscriptions.js';
import { uploadRoutes } from './upload/upload-routes.js';

/** Starts HTTP and WebSocket on one port. Rejects when the port is taken. */
export async function serve(schema: GraphQLSchema, given: Services): Promise<{ close(): Promise<void> }> {
  const app = express().disable('x-powered-by');
  const server = http.createServer({ requestTimeout: 0, headersTimeout: 30_000 }, app);
  for (const event of ['request', 'upgrade']) server.prependListener(event, removeBasePath);
  const turns = fairTurns(requestLimits.dearAtOnce, requestLimits.dearMilliseconds);
  const metrics = apiMetrics(given, () => subscriptions.open());
  const services = { ...given, predictor: metrics.watched(given.predictor) };
  const subscriptions = serveSubscriptions(server, schema, services, turns);
  const apollo = new ApolloServer<Context>({
    schema,
    formatError,
    parseOptions: { maxTokens: requestLimits.tokens },
    persistedQueries: false,
    introspection: true, // the IDE completes and explains by it; who may not come in gets no answer at all
    stringifyResult: (answer) => JSON.stringify(answer),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: server, stopGracePeriodMillis: 1000 }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(), // it wraps every field; answers are never kept
      statusByAccept,
      requestsOfErrors,
    ],
  });
  await apollo.start();
  app.use(
    identifyRequests,
    traceRequests,
    metrics.timed,
    secureHeaders,
    plainAddresses,
    cutOffSlowBodies,
    ownCallers,
  );
  app.use(
    cors({
      origin: [...settings.origins],
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH'],
      exposedHeaders: ['Upload-Offset', 'X-Request-Id'],
    }),
  );
  app.get(probes.live, live);
  app.get(probes.ready, ready(given.store));
  app.use(ideRoutes());
  app.use(sharedRoutes(services), sessionRoutes(given.gate, given.store), withPrincipal(given.gate));
  app.use(knownProjects(given.store));
  app.get('/metrics', needs('READ'), (request, response) =>
    metrics.scrape(routeContext(services, request, response).store, response),
  );
  app.use('/uploads', needs('TRAIN', 'PREDICT'));
  app.use('/files', needs('READ'));
  app.use('/v1', needs('PREDICT'));
  app.use(uploadRoutes(services.store), fileRoutes(services), restRoutes(services));
  app.use(
    '/graphql',
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store');
      next();
    },
    express.json({ limit: requestLimits.bytes }),
    limitOperations(schema, turns, metrics.cost, callerOf, (response, cost) =>
      services.gate.spendCost(principalIn(response), cost),
    ),
    expressMiddleware(apollo, {
      context: async ({ req, res }) => routeContext(services, req, res),
    }),
  );
  app.use(noSuchRoute, answerErrors);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  return {
    async close() {
      await subscriptions.close();
      await apollo.stop();
    },
  };
}
