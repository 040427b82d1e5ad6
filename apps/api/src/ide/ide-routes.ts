import { readdirSync, readFileSync } from 'node:fs';
import { root } from '@kshot/domain';
import express, { type RequestHandler, type Router } from 'express';
import { address } from '../http/address.js';

const examples = new URL('examples/graphql/', root);

/** The operations of examples/graphql as tabs, named as their files. */
const tabs = () =>
  readdirSync(examples)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({
      initialName: name.replace('.graphql', ''),
      initialQuery: readFileSync(new URL(name, examples), 'utf8'),
      initialSubscriptionRequestHandlerId: 'graphql-ws' as const,
    }));

/** The IDE compiles templates and styles in the page; it talks to this server alone and is framed by nobody. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'self'",
  "object-src 'none'",
].join('; ');

/** A GraphQL IDE (Altair), for browsers that open the API's URL. Nothing of it comes from elsewhere. */
export function ideRoutes(): Router {
  const router = express.Router();
  let loaded: ReturnType<typeof load> | undefined;
  const ide = () => {
    loaded ??= load();
    return loaded;
  };
  router.get(['/', '/graphql'], (request, response, next) => {
    if (request.accepts(['json', 'html']) === 'html') response.redirect(address('/ide/'));
    else next();
  });
  router.use('/ide', (_request, response, next) => {
    response.set('Content-Security-Policy', POLICY);
    next();
  });
  router.get('/ide/', async (_request, response) => void response.type('html').send((await ide()).html));
  router.use('/ide', async (request, response, next) => (await ide()).files(request, response, next));
  return router;
}

/** The page and what it asks for; read when somebody comes. */
async function load(): Promise<{ html: string; files: RequestHandler }> {
  const { getDistDirectory, renderAltair } = (await import('altair-static')).default; // of CommonJS
  const html = renderAltair({
    baseURL: address('/ide/'),
    endpointURL: address('/graphql'),
    subscriptionsEndpoint: address('/graphql'),
    initialWindows: tabs(),
  });
  return { html, files: express.static(getDistDirectory()) };
}
