import http from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express from 'express';
import type { GraphQLSchema } from 'graphql';
import { bearerToken, mayEnter } from './access.js';
import { type Context, contextOf, type Services } from './context.js';
import { fileRoutes } from './files/file-routes.js';
import { ideRoutes } from './ide/ide-routes.js';
import { formatError } from './schema/format-error.js';
import { limitCost } from './schema/limit-cost.js';
import { limitQuery } from './schema/limit-query.js';
import { settings } from './settings.js';
import { serveSubscriptions } from './subscriptions.js';

/** Starts HTTP and WebSocket on one port. Rejects when the port is taken. */
export async function serve(schema: GraphQLSchema, services: Services): Promise<{ close(): Promise<void> }> {
  const app = express().disable('x-powered-by');
  const server = http.createServer(app);
  const subscriptions = serveSubscriptions(server, schema, services);
  const apollo = new ApolloServer<Context>({
    schema,
    formatError,
    validationRules: [limitQuery],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: server, stopGracePeriodMillis: 1000 }),
      ApolloServerPluginLandingPageDisabled(),
      limitCost(schema),
    ],
  });
  await apollo.start();
  app.use(cors({ origin: [...settings.origins], methods: ['GET', 'POST', 'PUT'] }));
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.use(ideRoutes());
  app.use((request, response, next) => {
    if (mayEnter(bearerToken(request.headers.authorization))) next();
    else
      response.status(401).json({
        error: { code: 'UNAUTHENTICATED', message: 'Send the access token: Authorization: Bearer TOKEN.' },
      });
  });
  app.use(fileRoutes(services));
  app.use(
    '/graphql',
    express.json({ limit: '40mb' }),
    expressMiddleware(apollo, { context: async () => contextOf(services) }),
  );
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
