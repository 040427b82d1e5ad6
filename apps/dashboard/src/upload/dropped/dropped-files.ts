import { archiveName } from './archive-name';
import { type PathedFile, tarOfFiles } from './tar-of-files';

/** The files that were dropped, those of folders with their paths. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<PathedFile[]> {
  const plain = [...files];
  // Entries must be taken before the first await: the browser empties the list.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory))
    return plain.map((file) => ({ path: file.name, file }));
  return (await Promise.all(entries.map(filesIn))).flat();
}

/** Whether a folder is among what is dropped. */
export const hasFolder = ({ items }: DataTransfer): boolean =>
  [...items].some((item) => item.webkitGetAsEntry?.()?.isDirectory);

/** What was dropped, as one file to send: a single file as it is; folders, and several files, as an archive. Null where it holds no file. */
export const droppedFile = async (dropped: DataTransfer): Promise<File | null> =>
  oneFile(await droppedFiles(dropped));

/** Chosen files as one: those of a folder keep their paths. */
export const chosenFile = (files: FileList | null): File | null =>
  oneFile([...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file })));

/** Files as one to send: several, and those of folders, as an archive. */
export function oneFile(files: readonly PathedFile[]): File | null {
  const [first] = files;
  if (!first) return null;
  if (files.length === 1 && !first.path.includes('/')) return first.file;
  return tarOfFiles(archiveName(files.map(({ path }) => path)), files);
}

async function filesIn(entry: FileSystemEntry): Promise<PathedFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: PathedFile[] = [];
  for (;;) {
    // At most a hundred at a time, until none comes.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    for (const next of await Promise.all(some.map(filesIn))) found.push(...next);
  }
}
