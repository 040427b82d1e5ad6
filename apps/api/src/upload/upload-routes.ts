import { DomainError } from '@kshot/domain';
import type { Store } from '@kshot/store';
import express, { type Request, type Router } from 'express';
import { storeFor } from '../access/store-within.js';
import { answering } from '../http/answering.js';
import { arrivedBytes, receiveUpload } from './receive-upload.js';

/** Files in: PUT sends one, HEAD says how much of it arrived, PATCH sends the rest from Upload-Offset on. */
export function uploadRoutes(store: Store): Router {
  const router = express.Router();
  const idOf = (request: Request) => String(request.params.id);
  const secretOf = (request: Request) => String(request.query.secret ?? '');
  router.head(
    '/uploads/:id',
    answering(async (request, response) => {
      const arrived = await arrivedBytes(storeFor(store, response), idOf(request), secretOf(request));
      response
        .set({ 'Upload-Offset': String(arrived), 'Cache-Control': 'no-store' })
        .status(204)
        .end();
    }),
  );
  for (const method of ['put', 'patch'] as const)
    router[method](
      '/uploads/:id',
      answering(async (request, response) => {
        await receiveUpload(
          storeFor(store, response),
          idOf(request),
          secretOf(request),
          offsetOf(request),
          request,
        );
        response.status(204).end();
      }),
    );
  return router;
}

/** Where the body belongs in the file, by Upload-Offset or Content-Range; 0 for a PUT without them. Throws BAD_INPUT. */
function offsetOf(request: Request): number {
  const given = request.get('upload-offset') ?? request.get('content-range')?.match(/^bytes (\d+)-/)?.[1];
  if (given === undefined && request.method === 'PUT' && request.get('content-range') === undefined) return 0;
  const offset = Number(given);
  if (given !== undefined && /^\d+$/.test(given) && Number.isSafeInteger(offset)) return offset;
  throw new DomainError(
    'BAD_INPUT',
    'The header Upload-Offset must say at which byte the body goes on. Ask with HEAD.',
  );
}
