import { Readable, Transform } from 'node:stream';
import { DomainError, type PredictRequest, readPredictRequest } from '@kshot/domain';
import type { Request as Incoming } from 'express';
import { requestLimits } from '../limits/request-limits.js';

/** What a request asks: JSON, or a form with fields called image (files), text and coverage. Throws BAD_INPUT, DATA_TOO_LARGE. */
export async function readBody(request: Incoming): Promise<PredictRequest> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readPredictRequest(await fromForm(request));
  if (!/^application\/([\w.-]+\+)?json\b/.test(type))
    throw new DomainError(
      'BAD_INPUT',
      'Send application/json, or multipart/form-data with files called image.',
    );
  const bytes = await new Response(bodyOf(request)).arrayBuffer();
  try {
    return readPredictRequest(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('BAD_INPUT', 'The body is not JSON in UTF-8.');
  }
}

async function fromForm(request: Incoming): Promise<unknown> {
  const bytes = await new Response(bodyOf(request)).arrayBuffer();
  const headers = { 'content-type': request.headers['content-type'] as string };
  const form = await new Response(bytes, { headers }).formData().catch(() => {
    throw new DomainError(
      'BAD_INPUT',
      'The form cannot be read. Send files called image, or fields called text.',
    );
  });
  const inputs: unknown[] = [];
  const others: Record<string, number> = {};
  for (const [name, value] of form) {
    if (name === 'image' && typeof value !== 'string')
      inputs.push({ image: Buffer.from(await value.arrayBuffer()).toString('base64') });
    else if (name === 'text' && typeof value === 'string') inputs.push({ text: value });
    else if (['coverage', 'top'].includes(name)) others[name] = Number(value);
    else
      throw new DomainError(
        'BAD_INPUT',
        `The form has a field "${name.slice(0, 80)}". Fields are image (a file), text, coverage and top.`,
      );
  }
  return { inputs, ...others };
}

/** The body, as long as it is not too large. */
function bodyOf(request: Incoming): ReadableStream {
  let bytes = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= requestLimits.bytes) return done(null, chunk);
      done(
        new DomainError(
          'DATA_TOO_LARGE',
          `The body has more than ${requestLimits.bytes} bytes. Send fewer inputs, or predict a file with startPrediction.`,
        ),
      );
    },
  });
  request.once('error', (error) => measured.destroy(error));
  return Readable.toWeb(request.pipe(measured)) as ReadableStream;
}
