import { traced } from '@kshot/domain';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { partOf } from './part-of.js';

/** A span until the request is answered. */
export const traceAnswer = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  { headers }: Pick<Request, 'headers'> | { headers?: undefined },
  response: Response,
  next: NextFunction,
): Promise<void> =>
  traced(
    name,
    attributes,
    (note) =>
      new Promise((done) => {
        response.once('close', () => {
          note({ 'http.response.status_code': response.statusCode });
          done();
        });
        next();
      }),
    headers,
  );

/** Every request is a span, named after the part of the API that answers it; ids and names stay out. */
export const traceRequests: RequestHandler = (request, response, next) => {
  const { method } = request;
  const route = `/${partOf(request.path)}`;
  const attributes = { 'http.request.method': method, 'http.route': route };
  void traceAnswer(`${method} ${route}`, attributes, request, response, next);
};
