import { DomainError } from '@kshot/domain';
import { openPack, type PackReader, type Store } from '@kshot/store';

/** Packs whose headers are kept in memory; the one not used for longest goes first. */
const MOST = 50;

/** Opens packs by the hashes of versions; other blobs are not shown. */
export function packsOf({ prisma, blobs }: Store): (hash: string) => Promise<PackReader> {
  const opened = new Map<string, PackReader>();
  return async (hash) => {
    const pack = opened.get(hash) ?? (await open(hash));
    opened.delete(hash);
    opened.set(hash, pack);
    for (const oldest of opened.keys()) {
      if (opened.size <= MOST) break;
      opened.delete(oldest);
    }
    return pack;
  };
  async function open(hash: string): Promise<PackReader> {
    const known =
      /^[0-9a-f]{64}$/.test(hash) &&
      (await prisma.dataSetVersion.findFirst({ where: { hash }, select: { id: true } }));
    if (!known) throw new DomainError('NOT_FOUND', 'There is no version with this hash.');
    return openPack(blobs, hash);
  }
}
