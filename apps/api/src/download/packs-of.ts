import { DomainError } from '@kshot/domain';
import { countRows, openPack, type PackReader, type Store } from '@kshot/store';
import { keptLast } from '../kept-last.js';

/** Packs whose headers are kept in memory; the one not used for longest goes first. */
const MOST = 50;

/** Opens packs by the hashes of versions that a store reaches; other blobs are not shown. */
export function packsOf({ blobs }: Store): (store: Store, hash: string) => Promise<PackReader> {
  const opened = keptLast<Promise<PackReader>>(MOST);
  return async (store, hash) => {
    if (store.reach) await assertKnown(store, hash); // what one may see is not what is open already
    return opened(hash, async () => {
      await assertKnown(store, hash);
      return openPack(blobs, hash);
    });
  };
}

async function assertKnown(store: Store, hash: string): Promise<void> {
  const known = /^[0-9a-f]{64}$/.test(hash) && (await countRows(store, 'dataSetVersion', { hash })) > 0;
  if (!known) throw new DomainError('NOT_FOUND', 'There is no version with this hash.');
}
