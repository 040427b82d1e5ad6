import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@kshot/domain';
import { partOf } from '../layout/part-of.js';
import { isAboutData } from '../names/about-data.js';
import { quoteNames } from '../names/quote-names.js';
import type { Archive, ArchiveEntry } from './archive.js';
import { entryLimits } from './entry-limits.js';
import { openGzip } from './open-gzip.js';
import { openTar } from './open-tar.js';
import { openZip } from './open-zip.js';

const ENDING = /\.(zip|tar|tgz|tar\.gz)$/i;
/** Archives of one set that are opened. */
const MOST = 50;

interface Inner {
  /** What its archive is called, as a folder. */
  readonly folder: string;
  readonly archive: Archive;
}

/**
 * An archive of nothing but archives, as several are that belong together, as one with the files of all: each below a folder that
 * is called like its archive, unless they have folders of their own. Archives within these are not opened. Any other as it is.
 */
export async function withInnerArchives(outer: Archive): Promise<Archive> {
  const entries = outer.entries.filter(({ name }) => !isAboutData(name));
  if (entries.length === 0 || entries.length > MOST || !entries.every(({ name }) => ENDING.test(name)))
    return outer;
  const folder = await mkdtemp(path.join(tmpdir(), 'kshot-import-'));
  const inner: Inner[] = [];
  const close = async (): Promise<void> => {
    for (const { archive } of inner) await archive.close();
    await outer.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const count = entryLimits();
    for (const [i, entry] of entries.entries()) {
      const archive = await opened(entry, path.join(folder, String(i)));
      inner.push({ folder: entry.name.replace(ENDING, ''), archive });
      for (const { bytes } of archive.entries) count(bytes);
    }
    return {
      entries: joined(inner),
      findings: [
        `The files of ${inner.length === 1 ? '1 archive' : `${inner.length} archives`} were put together: ${quoteNames(entries.map(({ path: name }) => name))}.`,
        ...inner.flatMap(({ archive }) => archive.findings),
      ],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function opened(entry: ArchiveEntry, file: string): Promise<Archive> {
  try {
    await pipeline(await entry.stream(), createWriteStream(file));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('DATA_FORMAT', `The archive "${entry.path}" is damaged. Pack it again.`);
  }
  if (/\.zip$/i.test(entry.name)) return openZip(file);
  if (/\.tar$/i.test(entry.name)) return openTar(file);
  return openGzip(file, openTar);
}

function joined(inner: readonly Inner[]): ArchiveEntry[] {
  const all = inner.flatMap(({ archive }) => archive.entries);
  const tops = new Set(all.map((entry) => (entry.path.includes('/') ? entry.path.split('/')[0] : '')));
  const areClasses = tops.size > 1 && !tops.has('') && !inner.some(({ folder }) => partOf(folder));
  const taken = new Set<string>();
  return inner.flatMap(({ folder, archive }) =>
    archive.entries.map((entry) => {
      const plain = areClasses ? entry.path : `${folder}/${entry.path}`;
      // Two archives may call files alike.
      const own = taken.has(plain) ? plain.replace(/([^/]*)$/, `${folder}-$1`) : plain;
      taken.add(own);
      return { ...entry, path: own };
    }),
  );
}
