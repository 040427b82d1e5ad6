import { DomainError } from '@kshot/domain';
import { countRows, openPack, type PackReader, type Store } from '@kshot/store';
import { keptLast } from '../kept-last.js';

/** Packs whose headers are kept in memory; the one not used for longest goes first. */
const MOST = 50;

/** Opens packs by the hashes of versions; other blobs are not shown. */
export function packsOf(store: Store): (hash: string) => Promise<PackReader> {
  const opened = keptLast<PackReader>(MOST);
  return (hash) => opened(hash, () => open(hash));
  async function open(hash: string): Promise<PackReader> {
    const known = /^[0-9a-f]{64}$/.test(hash) && (await countRows(store, 'dataSetVersion', { hash })) > 0;
    if (!known) throw new DomainError('NOT_FOUND', 'There is no version with this hash.');
    return openPack(store.blobs, hash);
  }
}
