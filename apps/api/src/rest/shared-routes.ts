import express, { type Router } from 'express';
import { publicPrincipal } from '../access/principal.js';
import { contextOf, type Services } from '../context.js';
import { answering } from '../http/answering.js';
import { presentModel } from '../model/model.type.js';
import { answerRequest } from './answer-request.js';
import { sharedModel } from './named-model.js';
import { onlyPost } from './only-post.js';

/** All that works without the access token: what a shared model takes, and its answer to one input. */
export function sharedRoutes({ store, ...others }: Services): Router {
  const router = express.Router();
  router.all(
    /^\/shared\/([^/]+):predict$/,
    answering(async (request, response) => {
      onlyPost(request, response);
      const model = await sharedModel(store, String(request.params[0]));
      const context = contextOf({ store, ...others }, publicPrincipal, () => !response.closed);
      const predictions = await answerRequest(context, model, request, 1);
      response.json({ predictions });
    }),
  );
  router.get(
    /^\/shared\/([^/:]+)$/,
    answering(async (request, response) => {
      const { classes, input } = presentModel(await sharedModel(store, String(request.params[0])));
      response.json({ classes, input });
    }),
  );
  return router;
}
