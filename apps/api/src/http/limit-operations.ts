import type { RequestHandler } from 'express';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { readOperation } from '../limits/read-operation.js';
import { refusedStatus } from './refused-status.js';

/** Refuses operations that ask for too much before Apollo sees them; what it can name better is left to it. */
export const limitOperations =
  (schema: GraphQLSchema): RequestHandler =>
  (request, response, next) => {
    const { query, variables, operationName } = (request.body ?? {}) as Record<string, unknown>;
    if (request.method !== 'POST' || typeof query !== 'string') return next();
    try {
      const given = variables as Record<string, unknown> | null | undefined;
      readOperation(schema, {
        query,
        variables: given,
        operationName: typeof operationName === 'string' ? operationName : null,
      });
      next();
    } catch (error) {
      if (!(error instanceof GraphQLError)) return next(error);
      response
        .status(refusedStatus(request.headers.accept))
        .type(request.accepts(['application/json', 'application/graphql-response+json']) || 'json')
        .send(JSON.stringify({ errors: [error.toJSON()] }));
    }
  };
