import { DomainError, limits } from '@kshot/domain';
import yauzl from 'yauzl';

export interface ZipEntry {
  readonly path: string;
  readonly bytes: number;
  read(): Promise<Buffer>;
}
export interface Zip {
  /** Files only, without what operating systems add, in the order of their paths. */
  readonly entries: readonly ZipEntry[];
  close(): void;
}

/** Opens an archive and lists it. Throws DATA_FORMAT or DATA_TOO_LARGE. */
export async function openZip(file: string): Promise<Zip> {
  const zip = await yauzl.openPromise(file, { autoClose: false }).catch((error: Error) => {
    throw new DomainError(
      'DATA_FORMAT',
      `The file is no whole ZIP archive (${error.message}). Pack it again.`,
    );
  });
  try {
    const entries: ZipEntry[] = [];
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      if (isNoise(entry.fileName)) continue;
      total += entry.uncompressedSize;
      if (entries.length >= limits.examples) throw tooLarge(`more than ${limits.examples} files`);
      if (total > limits.archiveBytes) throw tooLarge(`more than ${limits.archiveBytes} bytes unpacked`);
      entries.push({
        path: entry.fileName,
        bytes: entry.uncompressedSize,
        read: () => readEntry(zip, entry),
      });
    }
    entries.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { entries, close: () => zip.close() };
  } catch (error) {
    zip.close();
    if (error instanceof DomainError) throw error;
    throw new DomainError(
      'DATA_FORMAT',
      `The archive is damaged (${(error as Error).message}). Pack it again.`,
    );
  }
}

async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  if (entry.uncompressedSize > limits.imageBytes)
    throw tooLarge(`${entry.fileName} with more than ${limits.imageBytes} bytes`);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw new DomainError(
      'DATA_FORMAT',
      `${entry.fileName} in the archive is damaged (${(error as Error).message}). Pack it again.`,
    );
  }
}

const isNoise = (path: string): boolean =>
  path.endsWith('/') || path.startsWith('__MACOSX/') || /(^|\/)(\.[^/]+|Thumbs\.db|desktop\.ini)$/.test(path);

const tooLarge = (what: string): DomainError =>
  new DomainError('DATA_TOO_LARGE', `The archive holds ${what}. Use a smaller one.`);
