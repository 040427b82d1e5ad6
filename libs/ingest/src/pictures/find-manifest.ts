import type { ArchiveEntry } from '../archives/archive.js';
import type { GivenClasses } from '../layout/arrange-files.js';

export async function findManifest(
  _pictures: readonly ArchiveEntry[],
  _others: readonly ArchiveEntry[],
): Promise<GivenClasses | undefined> {
  return undefined;
}
