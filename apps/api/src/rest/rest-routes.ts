import { DomainError, type PredictRequest } from '@kshot/domain';
import express, { type Router } from 'express';
import { contextOf, type Services } from '../context.js';
import { answering } from '../http/answering.js';
import { predict } from '../predict/predict.js';
import type { PredictInput } from '../predict/predict.type.js';
import { namedModel } from './named-model.js';
import { openApi } from './open-api.js';
import { readBody } from './read-body.js';

/** Served models at addresses of their own, for programs without GraphQL. */
export function restRoutes(services: Services): Router {
  const router = express.Router();
  router.get('/v1/openapi.json', (_request, response) => void response.json(openApi));
  router.all(
    /^\/v1\/models\/([^/]+):predict$/,
    answering(async (request, response) => {
      if (request.method !== 'POST') {
        response.set('Allow', 'POST');
        response.status(405);
        throw new DomainError('BAD_INPUT', 'Predictions are asked for by POST.');
      }
      const { store } = services;
      const model = await namedModel(store, String(request.params[0]));
      const { inputs, coverage, top } = await readBody(request);
      const context = contextOf(services, () => !response.closed);
      const answers = await predict(context, model.id, inputs.map(inputOf), coverage ?? null);
      response.json({
        model: { id: model.id, name: model.name },
        predictions: answers.map(({ class: name, probabilities, set, noneOfThese }) => ({
          class: name,
          probability: probabilities[0]!.probability,
          probabilities: probabilities.slice(0, top),
          noneOfThese,
          ...(set ? { set: set.classes } : {}),
        })),
      });
    }),
  );
  return router;
}

function inputOf(input: PredictRequest['inputs'][number]): PredictInput {
  if (!('row' in input)) return input;
  return {
    row: Object.entries(input.row).map(([column, value]) => ({
      column,
      value: value === null ? null : String(value),
    })),
  };
}
