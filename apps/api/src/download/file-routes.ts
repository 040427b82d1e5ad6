import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@kshot/domain';
import { getRow } from '@kshot/store';
import express, { type Request, type Response, type Router } from 'express';
import { auditLogCsv } from '../access/audit-log-csv.js';
import { storeFor } from '../access/store-within.js';
import { needs } from '../access/with-principal.js';
import type { Services } from '../context.js';
import {
  downloadTypes,
  isDownloadFormat,
  predictionDownload,
} from '../file-prediction/prediction-download.js';
import { examplePng } from '../files/example-png.js';
import { answering } from '../http/answering.js';
import { keptPicture } from '../kept-input/kept-picture.js';
import { findingsCsv } from '../label-check/findings-csv.js';
import { modelCard } from '../model/model-card.js';
import { modelBundle, onnxOf } from './model-bundle.js';
import { modelZip } from './model-zip.js';
import { packsOf } from './packs-of.js';
import { supportPng } from './support-png.js';

const fileName = (title: string): string => title.replace(/[^\w.-]+/g, '-');

/** An answer that browsers save under a name. Called once its content is made: an error is not saved as a file. */
const saved = (response: Response, name: string, type: string): Response =>
  response.set('Content-Disposition', `attachment; filename="${name}"`).type(type);

/** A picture that is the same for ever, as its address has the hash of what it is in. */
const sendPicture = (response: Response, png: Buffer): Response =>
  response.set('Cache-Control', 'private, max-age=31536000, immutable').type('png').send(png);

/** What is not GraphQL: files out. */
export function fileRoutes({ store, predictor }: Pick<Services, 'store' | 'predictor'>): Router {
  const router = express.Router();
  const packOf = packsOf(store);
  const within = (response: Response) => storeFor(store, response);
  const modelOf = (request: Request, response: Response) =>
    getRow(within(response), 'model', String(request.params.id));
  router.get(
    '/files/examples/:hash/:index.png',
    answering(async (request, response) => {
      const pack = await packOf(within(response), String(request.params.hash));
      const index = Number(request.params.index);
      const { count, unlabelled = 0, modality } = pack.manifest;
      if (modality !== 'IMAGE' || !Number.isInteger(index) || index < 0 || index >= count + unlabelled)
        throw new DomainError('NOT_FOUND', 'There is no such picture.');
      sendPicture(response, await examplePng(pack, index));
    }),
  );
  router.get(
    '/files/audit-log.csv',
    needs('ADMIN'),
    answering(async (_request, response) => {
      saved(response, 'audit-log.csv', 'csv').set('Cache-Control', 'no-store');
      await pipeline(Readable.from(auditLogCsv(store)), response);
    }),
  );
  router.get(
    '/files/label-checks/:id.csv',
    answering(async (request, response) => {
      const csv = await findingsCsv(within(response), String(request.params.id));
      saved(response, 'findings.csv', 'csv').send(csv);
    }),
  );
  router.get(
    '/files/predictions/:id.:format',
    answering(async (request, response) => {
      const format = String(request.params.format);
      if (!isDownloadFormat(format))
        throw new DomainError(
          'NOT_FOUND',
          `Predictions are not there as "${format}". Take csv, jsonl or parquet.`,
        );
      const { name, pieces } = await predictionDownload(within(response), String(request.params.id), format);
      saved(response, `${fileName(name)}-predicted.${format}`, downloadTypes[format]);
      await pipeline(Readable.from(pieces), response);
    }),
  );
  router.get(
    '/files/supports/:hash/:index.png',
    answering(async (request, response) => {
      sendPicture(
        response,
        await supportPng(within(response), String(request.params.hash), Number(request.params.index)),
      );
    }),
  );
  router.get(
    '/files/kept-inputs/:id.png',
    answering(async (request, response) => {
      const png = await keptPicture(within(response), String(request.params.id));
      response.set('Cache-Control', 'private, max-age=300').type('png').send(png);
    }),
  );
  router.get(
    '/files/models/:id.zip',
    answering(async (request, response) => {
      const row = await modelOf(request, response);
      const zip = Buffer.from(await modelZip(store, row.hash));
      saved(response, `${fileName(row.name)}.zip`, 'zip').send(zip);
    }),
  );
  router.get(
    '/files/models/:id.safetensors',
    answering(async (request, response) => {
      const row = await modelOf(request, response);
      saved(response, `${fileName(row.name)}.safetensors`, 'application/octet-stream').sendFile(
        store.blobs.path(row.hash),
        { dotfiles: 'allow' },
      );
    }),
  );
  router.get(
    '/files/models/:id.onnx',
    answering(async (request, response) => {
      const row = await modelOf(request, response);
      const onnx = Buffer.from(await onnxOf(store.blobs, row.hash));
      saved(response, `${fileName(row.name)}.onnx`, 'application/octet-stream').send(onnx);
    }),
  );
  router.get(
    '/files/models/:id/bundle.zip',
    answering(async (request, response) => {
      const row = await modelOf(request, response);
      const zip = Buffer.from(await modelBundle({ store: within(response), predictor }, row));
      saved(response, `${fileName(row.name)}-bundle.zip`, 'zip').send(zip);
    }),
  );
  router.get(
    '/files/models/:id/model-card.md',
    answering(async (request, response) => {
      const row = await modelOf(request, response);
      const card = await modelCard(within(response), row.id);
      saved(response, `${fileName(row.name)}-card.md`, 'text/markdown').send(card);
    }),
  );
  router.get(
    '/files/models/:id/saved-model.zip',
    answering(async (request, response) => {
      const row = await modelOf(request, response);
      const file = await predictor.savedModel(row.hash);
      saved(response, `${fileName(row.name)}-saved-model.zip`, 'zip').sendFile(file, { dotfiles: 'allow' });
    }),
  );
  return router;
}
