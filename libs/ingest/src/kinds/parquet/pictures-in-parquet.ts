import { Readable } from 'node:stream';
import type { Archive, ArchiveEntry, Source } from '../../archives/archive.js';
import { cleanPath } from '../../archives/clean-path.js';
import { entryLimits } from '../../archives/entry-limits.js';
import { isUnlabelled } from '../../columns/class/unlabelled.js';
import { labelNames, plainName } from '../../columns/known-names.js';
import { partOf, stemOf } from '../../layout/part-of.js';
import { orNull } from '../../refusals/or-null.js';
import { cellTextOf } from '../cell-text.js';
import { extensionOf, type PictureKind, pictureKindOf } from '../picture-kinds.js';
import { isObject } from '../records/records.js';
import { classNameOf, classNamesIn } from './class-names.js';
import { type OpenParquet, openParquet, orDamagedParquet } from './open-parquet.js';
import { columnsOfBytes, topNames } from './parquet-schema.js';
import { parquet } from './table-parquet.js';

/** Rows that are read at once: each may hold a photo. */
const ROWS = 200;
const isParquetName = (name: string): boolean => parquet.extensions.includes(extensionOf(name));

/** An archive with the pictures that its Parquet files hold in the place of these files, each in a folder of its part and one of its class. */
export async function withParquetPictures(archive: Archive): Promise<Archive> {
  const tables = archive.entries.filter(({ name }) => isParquetName(name));
  const found = new Map<ArchiveEntry, ArchiveEntry[]>();
  const findings: string[] = [];
  const count = entryLimits();
  for (const entry of tables) {
    // One that is damaged is named where it is read as a table.
    const pictures = await orNull(() => picturesIn(entry, folderOf(entry.path), count));
    if (!pictures) continue;
    found.set(entry, pictures.entries);
    for (const finding of pictures.findings) if (!findings.includes(finding)) findings.push(finding);
  }
  if (found.size === 0) return archive;
  return {
    entries: archive.entries.flatMap((entry) => found.get(entry) ?? [entry]),
    findings: [...archive.findings, ...findings],
    close: () => archive.close(),
  };
}

/** Where the pictures of a file lie: in the folder of the part that its name means (train-00000-of-00002), or in its own folders. */
function folderOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const stem = stemOf(path.split('/').at(-1) as string);
  return [...folders, ...(partOf(stem) ? [stem] : [])].map((folder) => `${folder}/`).join('');
}

/** The pictures of a Parquet file; undefined where it holds none. */
async function picturesIn(
  source: Source,
  folder: string,
  count: (bytes: number) => void,
): Promise<{ entries: ArchiveEntry[]; findings: string[] } | undefined> {
  return orDamagedParquet(async () => {
    const file = await openParquet(source);
    const column = await columnOfPictures(file);
    if (column === undefined) return undefined;
    const label = columnOfClass(file, column);
    const names = label === undefined ? undefined : classNamesIn(file.metadata).get(label);
    const entries: ArchiveEntry[] = [];
    const paths = new Set<string>();
    for await (const batch of file.batches(label === undefined ? [column] : [column, label], ROWS))
      for (const row of batch) {
        const cell = row[column];
        const bytes = bytesOf(cell);
        if (!bytes) continue;
        count(bytes.length);
        const cleaned =
          label === undefined ? '' : names ? classNameOf(names, row[label]) : cellTextOf(row[label]);
        const isKnown = !isUnlabelled(cleaned.trim());
        const own = nameOf(cell, pictureKindOf(bytes.subarray(0, 64)), entries.length);
        const place = `${folder}${label === undefined ? '' : `${isKnown ? cleaned.replaceAll('/', '∕') : 'unlabelled'}/`}`;
        const path = cleanPath(paths.has(place + own) ? `${place}${entries.length + 1}-${own}` : place + own);
        paths.add(path);
        entries.push(entryOf(path, bytes));
      }
    return { entries, findings: findingsOf(file, column, label) };
  });
}

const findingsOf = (file: OpenParquet, column: string, label: string | undefined): string[] => {
  const others = topNames(file.metadata.schema).filter((name) => name !== column && name !== label);
  return [
    `Column "${column.slice(0, 60)}" holds pictures${label === undefined ? '' : `; the class of each was read from column "${label.slice(0, 60)}"`}.`,
    ...(others.length > 0
      ? [`Columns beside the pictures were left out: ${others.slice(0, 10).join(', ').slice(0, 300)}.`]
      : []),
  ];
};

/** The first column whose first cell with bytes is a picture. */
async function columnOfPictures(file: OpenParquet): Promise<string | undefined> {
  for (const column of columnsOfBytes(file.metadata.schema))
    for await (const batch of file.batches([column], ROWS)) {
      const bytes = batch.map((row) => bytesOf(row[column])).find(Boolean);
      if (bytes && pictureKindOf(bytes.subarray(0, 64))) return column;
      if (bytes) break;
    }
  return undefined;
}

/** The column of the class: one that is called so, else one whose numbers have names, else the only other one. */
function columnOfClass({ metadata }: OpenParquet, pictures: string): string | undefined {
  const others = topNames(metadata.schema).filter((name) => name !== pictures);
  const named = labelNames.flatMap((known) => others.filter((name) => plainName(name) === known));
  const [numbered] = classNamesIn(metadata).keys();
  return named[0] ?? numbered ?? (others.length === 1 ? others[0] : undefined);
}

function bytesOf(cell: unknown): Buffer | undefined {
  const bytes = isObject(cell) && !(cell instanceof Uint8Array) ? cell.bytes : cell;
  return bytes instanceof Uint8Array && bytes.length > 0
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    : undefined;
}

/** What the file was called, else its place. */
function nameOf(cell: unknown, kind: PictureKind | undefined, index: number): string {
  const path = isObject(cell) && typeof cell.path === 'string' ? cell.path.split('/').at(-1) : undefined;
  const extension = kind?.extensions[0] ?? 'bin';
  return path && extensionOf(path) !== '' ? path : `${path || index + 1}.${extension}`;
}

const entryOf = (path: string, bytes: Buffer): ArchiveEntry => ({
  path,
  name: path.split('/').at(-1) as string,
  bytes: bytes.length,
  read: async () => bytes,
  head: async (length) => bytes.subarray(0, length),
  stream: async () => Readable.from([bytes]),
});
