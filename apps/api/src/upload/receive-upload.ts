import { timingSafeEqual } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DomainError, failureOf, isDiskFull } from '@kshot/domain';
import {
  dropPart,
  getRow,
  keptBytes,
  receivePart,
  type Store,
  settleUpload,
  type Upload,
  updateRow,
} from '@kshot/store';

const LIFETIME = 60 * 60 * 1000; // milliseconds

/** Transfers that are under way, by upload. */
const open = new Map<string, Set<{ body: Readable; ended: Promise<unknown> }>>();

/** How many bytes of a file have arrived, from where it can go on. A transfer that is still open ends: its sender asks because it broke. */
export async function arrivedBytes(store: Store, id: string, secret: string): Promise<number> {
  const upload = await uploadFor(store, id, secret);
  if (upload.sha256) return Number(upload.bytes);
  for (const { body, ended } of open.get(id) ?? []) {
    body.destroy();
    await ended;
  }
  return keptBytes(store.blobs, id);
}

/** Streams a file to its blob, from an offset on. What stops half-way is kept, and goes on or starts afresh at the same URL. */
export async function receiveUpload(
  store: Store,
  id: string,
  secret: string,
  offset: number,
  body: Readable,
): Promise<void> {
  const { blobs } = store;
  const upload = await uploadFor(store, id, secret);
  if (upload.sha256) throw arrived();
  const kept = await keptBytes(blobs, id);
  if (offset > kept)
    throw new DomainError(
      'CONFLICT',
      `Only ${kept} bytes have arrived, so that the file cannot go on at ${offset}. Ask with HEAD, then send the rest.`,
    );
  const stored = await transferred(id, body, () =>
    receivePart(blobs, id, offset, exactly(body, offset, Number(upload.bytes))),
  ).catch(async (error: unknown) => {
    await updateRow(store, 'upload', id, { expiresAt: new Date(Date.now() + LIFETIME) });
    throw error instanceof DomainError ? error : brokenOff(error);
  });
  const isFirst = await settleUpload(store.pool, id, stored.hash);
  await dropPart(blobs, id);
  if (!isFirst) throw arrived();
}

async function transferred<T>(id: string, body: Readable, transfer: () => Promise<T>): Promise<T> {
  const own = open.get(id) ?? new Set();
  open.set(id, own);
  const running = transfer();
  const entry = { body, ended: running.catch(() => undefined) }; // the sender is told below
  own.add(entry);
  try {
    return await running;
  } finally {
    own.delete(entry);
    if (own.size === 0) open.delete(id);
  }
}

async function uploadFor(store: Store, id: string, secret: string): Promise<Upload> {
  const upload = await getRow(store, 'upload', id);
  if (!same(upload.secret, secret))
    throw new DomainError('UNAUTHENTICATED', 'This URL was not given by createUpload. Ask for a new one.');
  if (!upload.sha256 && upload.expiresAt < new Date())
    throw new DomainError('UPLOAD_EXPIRED', 'The URL has expired. Ask for a new one with createUpload.');
  return upload;
}

const arrived = (): DomainError =>
  new DomainError('CONFLICT', 'The file has already arrived. Import it, or ask for a new URL.');

function brokenOff(error: unknown): DomainError {
  if (isDiskFull(error)) {
    const { code, message } = failureOf(error);
    return new DomainError(code, message);
  }
  return new DomainError('UPLOAD_INCOMPLETE', `The file stopped half-way. ${GO_ON}`);
}

const GO_ON =
  'Send it again to the same URL, or ask with HEAD how much arrived (Upload-Offset) and send the rest with PATCH.';

/** The body, unless it is longer or shorter than announced: then there is no blob. */
async function* exactly(body: Readable, offset: number, bytes: number): AsyncGenerator<Buffer> {
  let seen = offset;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    seen += chunk.length;
    if (seen > bytes)
      throw new DomainError(
        'DATA_TOO_LARGE',
        `The file is larger than the ${bytes} bytes that were announced.`,
      );
    yield chunk;
  }
  if (seen < bytes) throw new DomainError('UPLOAD_INCOMPLETE', `${seen} of ${bytes} bytes arrived. ${GO_ON}`);
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
