import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { DomainError, type ImportRequest } from '@kshot/domain';
import type { Archive, Source } from '../archives/archive.js';
import { withInnerArchives } from '../archives/inner-archives.js';
import { openGzip } from '../archives/open-gzip.js';
import { openTar } from '../archives/open-tar.js';
import { openZip } from '../archives/open-zip.js';
import type { TableKind } from '../tables/table.js';
import { assertNoModel } from './model-archive.js';
import { withParquetPictures } from './parquet/pictures-in-parquet.js';
import { parquet } from './parquet/table-parquet.js';
import { extensionOf, HEAD_BYTES, type PictureKind, pictureKindOf } from './picture-kinds.js';
import { startsWith } from './signature.js';
import { csv } from './table-csv.js';
import { tableKindOf } from './table-kinds.js';
import { unreadKinds, zippedDocuments } from './unread-kinds.js';

export type Opened = { close(): Promise<void> } & (
  | { readonly holds: 'FILES'; readonly archive: Archive }
  | { readonly holds: 'TABLE'; readonly kind: TableKind; readonly source: Source }
  | { readonly holds: 'PICTURE'; readonly source: Source; readonly kind: PictureKind }
);

const isZip = (head: Buffer) => startsWith('PK\x03\x04')(head) || startsWith('PK\x05\x06')(head);
/** Names of formats that are known by their first bytes and hold zeros, as no text does. */
const binary = ['zip', 'tar', 'gz', 'tgz', 'xlsx', 'xls', 'ods', 'parquet', 'pq'];
const isMisnamed = (head: Buffer, fileName: string, kind: TableKind | undefined): boolean =>
  kind === csv && binary.includes(extensionOf(fileName)) && head.includes(0);
const isTar = (head: Buffer) => startsWith('ustar', 257)(head);

/** Finds out what a file is by its first bytes, and opens it. Throws DATA_FORMAT with its name and the way out. */
export async function openFile(file: string, fileName: string): Promise<Opened> {
  const source = await fileSource(file, fileName);
  if (source.bytes === 0) throw new DomainError('DATA_EMPTY', 'The file is empty.');
  const head = await source.head(HEAD_BYTES);
  if (head.every((byte) => byte === 0))
    throw new DomainError(
      'DATA_EMPTY',
      'The file holds nothing, or was not copied whole: it begins with zeros. Make it again, or copy it again.',
    );
  if (startsWith([0x1f, 0x8b])(head)) {
    const inner = fileName.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar');
    return openGzip(file, (unpacked) => openFile(unpacked, inner));
  }
  const document = zippedDocuments.find(({ extensions }) => extensions.includes(extensionOf(fileName)));
  if (isZip(head) && document)
    throw new DomainError(
      'DATA_FORMAT',
      `The file is ${document.name}, which cannot be read. Export its table as XLSX or CSV, or its pictures into a folder for each class.`,
    );
  const kind = tableKindOf(head, fileName);
  if (isZip(head) && (!kind || kind.extensions.includes('csv'))) {
    const archive = await filesIn(await openZip(file));
    return { holds: 'FILES', archive, close: archive.close };
  }
  if (isTar(head)) {
    const archive = await filesIn(await openTar(file));
    return { holds: 'FILES', archive, close: archive.close };
  }
  const close = async (): Promise<void> => undefined;
  const picture = pictureKindOf(head);
  if (picture) return { holds: 'PICTURE', source, kind: picture, close };
  if (isMisnamed(head, fileName, kind))
    throw new DomainError(
      'DATA_FORMAT',
      `The file is called ${extensionOf(fileName).toUpperCase()}, but does not begin like one: it is damaged, or was not copied whole. Make it again, or copy it again.`,
    );
  const alone = archiveOfOne(source, close);
  const archive = kind === parquet ? await withParquetPictures(alone) : alone;
  if (archive !== alone) return { holds: 'FILES', archive, close };
  return { holds: 'TABLE', source, kind: readable(kind, head, fileName), close };
}

const archiveOfOne = (source: Source, close: Archive['close']): Archive => ({
  entries: [{ ...source, path: source.name }],
  findings: [],
  close,
});

/** The files of an archive, those of archives and of Parquet files in it included. */
const filesIn = async (archive: Archive): Promise<Archive> => {
  assertNoModel(archive);
  return withParquetPictures(await withInnerArchives(archive));
};

/** Opens a file that becomes a data set: a picture alone is an archive of one where it is kept without a class. */
export async function openData(
  file: string,
  { fileName, unlabelled }: Pick<ImportRequest, 'fileName' | 'unlabelled'>,
): Promise<Opened> {
  const opened = await openFile(file, fileName);
  if (opened.holds !== 'PICTURE' || !unlabelled) return opened;
  const { source, close } = opened;
  return { holds: 'FILES', archive: archiveOfOne(source, close), close };
}

/** Why a single picture makes no data set. */
export const singlePicture = ({ name }: PictureKind): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `The file is a single picture (${name}). Put pictures into a folder for each class, and upload the folder or a ZIP of it.`,
  );

/** Throws DATA_FORMAT where a file of this kind is one example alone. */
export function assertSeveral({ name, single }: TableKind): void {
  if (single !== undefined) throw new DomainError('DATA_FORMAT', `The file is ${name}. ${single}`);
}

/** The kind of a single file, which must be a table. Throws DATA_FORMAT. */
function readable(kind: TableKind | undefined, head: Buffer, fileName: string): TableKind {
  const unread = unreadKinds.find(({ matches }) => matches(head, fileName));
  if (unread)
    throw new DomainError(
      'DATA_FORMAT',
      `The file is ${unread.name}, which cannot be read. ${unread.instead}`,
    );
  if (!kind)
    throw new DomainError(
      'DATA_FORMAT',
      'The format of the file is not supported. Use a ZIP of class folders, CSV, Excel, JSON, Parquet or ARFF.',
    );
  return kind;
}

async function fileSource(file: string, name: string): Promise<Source> {
  const { size } = await stat(file);
  return {
    name,
    bytes: size,
    read: () => readFile(file),
    async head(length) {
      const handle = await open(file);
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    stream: async () => createReadStream(file, { highWaterMark: 1024 ** 2 }),
  };
}
