import { DomainError } from '@kshot/domain';
import { extensionOf } from '../kinds/picture-kinds.js';
import { quoteNames } from '../names/quote-names.js';
import type { ArchiveEntry } from './archive.js';

const nested = new Set(['zip', 'tar', 'tgz', 'gz', 'bz2', 'xz', '7z', 'rar']);

/** Refuses an archive that is for the most part another archive: what matters would be left out. */
export function refuseNested(entries: readonly ArchiveEntry[]): void {
  const inner = entries.filter(({ name }) => nested.has(extensionOf(name)));
  const bytes = (list: readonly ArchiveEntry[]) => list.reduce((sum, entry) => sum + entry.bytes, 0);
  if (inner.length > 0 && 2 * bytes(inner) > bytes(entries))
    throw new DomainError(
      'DATA_FORMAT',
      `Most of the archive is in other archives: ${quoteNames(inner.map(({ path }) => path))}. Unpack them, and pack their folders as one.`,
    );
}
