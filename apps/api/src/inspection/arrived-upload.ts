import { DomainError } from '@kshot/domain';
import { getRow, type Upload } from '@kshot/store';
import type { Context } from '../context.js';

/** An upload whose file is there. Throws NOT_FOUND, UPLOAD_INCOMPLETE. */
export async function arrivedUpload(
  { store }: Context,
  uploadId: string,
): Promise<Upload & { sha256: string }> {
  const upload = await getRow(store, 'upload', uploadId);
  const { sha256 } = upload;
  if (sha256 !== null) return { ...upload, sha256 };
  throw new DomainError(
    'UPLOAD_INCOMPLETE',
    'The file has not arrived whole. PUT it to the URL of the upload, then import it.',
  );
}
