import express, { type Router } from 'express';
import { routeContext } from '../access/route-context.js';
import type { Services } from '../context.js';
import { answering } from '../http/answering.js';
import { answerRequest } from './answer-request.js';
import { namedModel } from './named-model.js';
import { onlyPost } from './only-post.js';
import { openApi } from './open-api.js';

/** Served models at addresses of their own, for programs without GraphQL. */
export function restRoutes(services: Services): Router {
  const router = express.Router();
  router.get('/v1/openapi.json', (_request, response) => void response.json(openApi));
  router.all(
    /^\/v1\/models\/([^/]+):predict$/,
    answering(async (request, response) => {
      onlyPost(request, response);
      const context = routeContext(services, request, response);
      const model = await namedModel(context, String(request.params[0]));
      const predictions = await answerRequest(context, model, request);
      response.json({ model: { id: model.id, name: model.name }, predictions });
    }),
  );
  return router;
}
