import { readdirSync, readFileSync } from 'node:fs';
import { getDistDirectory, renderAltair } from 'altair-static';
import express, { type Router } from 'express';

const examples = new URL('../../../../examples/graphql/', import.meta.url);

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

/** A GraphQL IDE (Altair), for browsers that open the API's URL. Nothing of it comes from elsewhere. */
export function ideRoutes(): Router {
  const router = express.Router();
  const html = renderAltair({
    baseURL: '/ide/',
    endpointURL: '/graphql',
    subscriptionsEndpoint: '/graphql',
    initialWindows: tabs(),
  });
  router.get(['/', '/graphql'], (request, response, next) => {
    if (request.accepts(['json', 'html']) === 'html') response.redirect('/ide/');
    else next();
  });
  router.get('/ide/', (_request, response) => void response.type('html').send(html));
  router.use('/ide', express.static(getDistDirectory()));
  return router;
}
