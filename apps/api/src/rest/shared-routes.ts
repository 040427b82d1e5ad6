import { DomainError } from '@kshot/domain';
import type { Model } from '@kshot/store';
import express, { type Router } from 'express';
import { publicPrincipal } from '../access/principal.js';
import { contextOf, type Services } from '../context.js';
import { answersOnDevice, deviceSettings } from '../download/sample-page.js';
import { answering } from '../http/answering.js';
import { requestIdIn } from '../http/identify-requests.js';
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
      const context = contextOf({ store, ...others }, publicPrincipal, {
        isAwaited: () => !response.closed,
        request: requestIdIn(response),
      });
      const predictions = await answerRequest(context, model, request, 1);
      response.json({ predictions });
    }),
  );
  router.get(
    /^\/shared\/([^/:]+)$/,
    answering(async (request, response) => {
      const model = await sharedModel(store, String(request.params[0]));
      const { classes, input } = presentModel(model);
      response.json({
        classes,
        input,
        keepsInputs: model.keepsInputs,
        onDevice: answersOnDevice(model) ? forDevice(model) : null,
      });
    }),
  );
  router.get(
    /^\/shared\/([^/:]+)\/(\w{64})\.safetensors$/,
    answering(async (request, response) => {
      const model = await sharedModel(store, String(request.params[0]));
      if (model.hash !== request.params[1] || !answersOnDevice(model))
        throw new DomainError('NOT_FOUND', 'Another model is shared by now. Load the page again.');
      response
        .set('Cache-Control', 'private, max-age=31536000, immutable')
        .type('application/octet-stream')
        .sendFile(store.blobs.path(model.hash), { dotfiles: 'allow' });
    }),
  );
  return router;
}

const forDevice = (model: Model) => ({
  hash: model.hash,
  bytes: Number(model.bytes),
  ...deviceSettings(model),
});
