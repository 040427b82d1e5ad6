import { randomBytes } from 'node:crypto';
import { DomainError, limits } from '@kshot/domain';
import { insertRow } from '@kshot/store';
import type { Context } from '../context.js';
import { address } from '../http/address.js';
import { placeOf } from '../project/place-of.js';
import { nameFor } from '../schema/name-for.js';
import { assertRoom } from './assert-room.js';
import type { CreateUploadInput, Upload } from './upload.type.js';

const LIFETIME = 60 * 60 * 1000; // milliseconds

export async function createUpload(
  context: Context,
  { fileName, bytes, projectId }: CreateUploadInput,
): Promise<Upload> {
  const name = nameFor('file', fileName);
  if (!Number.isInteger(bytes) || bytes < 0)
    throw new DomainError('BAD_INPUT', 'bytes is the size of the file: a whole number.');
  if (bytes === 0) throw new DomainError('DATA_EMPTY', 'The file is empty. Choose one with examples.');
  if (bytes > limits.uploadBytes)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `The file has ${bytes} bytes; at most ${limits.uploadBytes} are taken.`,
    );
  await assertRoom(context, bytes);
  const secret = randomBytes(24).toString('base64url');
  const expiresAt = new Date(Date.now() + LIFETIME);
  const id = await insertRow(context.store.pool, 'upload', {
    fileName: name,
    bytes: BigInt(bytes),
    secret,
    expiresAt,
    ...(await placeOf(context, [], projectId)),
  });
  return { id, url: address(`/uploads/${id}?secret=${secret}`), expiresAt };
}
