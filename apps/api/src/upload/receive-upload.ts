import { timingSafeEqual } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DomainError, failureOf } from '@kshot/domain';
import type { Store } from '@kshot/store';
import { found } from '../schema/find.js';

/** Streams a file to its blob. What stops half-way leaves nothing, and the same URL takes it again. */
export async function receiveUpload(
  { prisma, blobs }: Store,
  id: string,
  secret: string,
  body: Readable,
): Promise<void> {
  const upload = await found('upload', id, (key) => prisma.upload.findUnique({ where: { id: key } }));
  if (!same(upload.secret, secret))
    throw new DomainError('UNAUTHENTICATED', 'This URL was not given by createUpload. Ask for a new one.');
  if (upload.expiresAt < new Date())
    throw new DomainError('UPLOAD_EXPIRED', 'The URL has expired. Ask for a new one with createUpload.');
  if (upload.sha256) throw arrived();
  const stored = await blobs.write(exactly(body, Number(upload.bytes))).catch((error: unknown) => {
    throw error instanceof DomainError ? error : brokenOff(error);
  });
  const { count } = await prisma.upload.updateMany({
    where: { id, sha256: null },
    data: { sha256: stored.hash },
  });
  if (count === 0) throw arrived();
}

const arrived = (): DomainError =>
  new DomainError('CONFLICT', 'The file has already arrived. Import it, or ask for a new URL.');

function brokenOff(error: unknown): DomainError {
  if (['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')) {
    const { code, message } = failureOf(error);
    return new DomainError(code, message);
  }
  return new DomainError('UPLOAD_INCOMPLETE', 'The file stopped half-way. Send it again to the same URL.');
}

/** The body, unless it is longer or shorter than announced: then nothing is stored. */
async function* exactly(body: Readable, bytes: number): AsyncGenerator<Buffer> {
  let seen = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    seen += chunk.length;
    if (seen > bytes)
      throw new DomainError(
        'DATA_TOO_LARGE',
        `The file is larger than the ${bytes} bytes that were announced.`,
      );
    yield chunk;
  }
  if (seen < bytes)
    throw new DomainError(
      'UPLOAD_INCOMPLETE',
      `${seen} of ${bytes} bytes arrived. Send the file again to the same URL.`,
    );
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
