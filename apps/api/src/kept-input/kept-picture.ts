import { DomainError } from '@kshot/domain';
import { shownPicture } from '@kshot/ingest';
import { getRow, type Store } from '@kshot/store';

const SIDE = 448;

/** A kept picture as PNG. Throws NOT_FOUND. */
export async function keptPicture(store: Store, id: string): Promise<Buffer> {
  const { modelId, contentHash } = await getRow(store, 'keptInput', id);
  const { modality } = await getRow(store, 'model', modelId);
  if (modality !== 'IMAGE') throw new DomainError('NOT_FOUND', 'There is no such picture.');
  return shownPicture(await store.blobs.read(contentHash), SIDE);
}
