import { DomainError } from '@kshot/domain';
import type { Request, RequestHandler, Response } from 'express';
import { GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql';
import type { Histogram } from 'prom-client';
import type { FairTurns } from '../limits/fair-turns.js';
import { operationTitle } from '../limits/operation-title.js';
import { readOperation } from '../limits/read-operation.js';
import { refused } from '../limits/refused.js';
import { requestLimits } from '../limits/request-limits.js';
import { formatError } from '../schema/format-error.js';
import { answerError, answerOverload } from './answer-error.js';
import { refusedStatus } from './refused-status.js';
import { traceAnswer } from './trace-answer.js';

/** Refuses operations that ask for too much before Apollo sees them; what it can name better is left to it. */
export const limitOperations =
  (
    schema: GraphQLSchema,
    turns: FairTurns,
    costs: Histogram,
    callerOf: (request: Request, response: Response) => unknown,
    spend: (response: Response, cost: number) => Promise<void>,
  ): RequestHandler =>
  async (request, response, next) => {
    const { query, variables, operationName } = (request.body ?? {}) as Record<string, unknown>;
    if (request.method !== 'POST') {
      response.set('Allow', 'POST');
      const message = 'Operations are sent by POST, as JSON.';
      return answerError(request, response, 405, { code: 'BAD_INPUT', message });
    }
    if (typeof query !== 'string') return next();
    try {
      const given = variables as Record<string, unknown> | null | undefined;
      const name = typeof operationName === 'string' ? operationName : null;
      const { document, cost } = readOperation(schema, { query, variables: given, operationName: name });
      const operation = getOperationAST(document, name);
      if (operation?.operation === 'subscription')
        throw refused(
          'Subscriptions are answered over a WebSocket at the same address (graphql-transport-ws).',
        );
      costs.observe(cost);
      await spend(response, cost);
      if (cost > requestLimits.dear) response.once('close', await turns(callerOf(request, response)));
      void traceAnswer(operationTitle(operation), { 'graphql.operation.cost': cost }, {}, response, next);
    } catch (error) {
      if (error instanceof DomainError) return answerOverload(request, response, error);
      if (!(error instanceof GraphQLError)) return next(error);
      response
        .status(refusedStatus(request.headers.accept))
        .type(request.accepts(['application/json', 'application/graphql-response+json']) || 'json')
        .send(JSON.stringify({ errors: [formatError(error.toJSON(), error)] }));
    }
  };
