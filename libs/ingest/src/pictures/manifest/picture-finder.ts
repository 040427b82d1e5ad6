import type { ArchiveEntry } from '../../archives/archive.js';
import { type Part, partOf } from '../../layout/part-of.js';
import { cleanName } from '../../names/clean-name.js';

/** The path of the picture that a cell names; null where none or several fit. */
export type PictureFinder = (cell: string) => string | null;

/** For a table at a path, finds pictures by what it may call them: the whole path, the name, the name without its ending. */
export function pictureFinder(pictures: readonly ArchiveEntry[]): (tablePath: string) => PictureFinder {
  const indices = new Map<Part, ReadonlyMap<string, Found>>();
  const indexFor = (part: Part) => {
    const index = indices.get(part) ?? indexOf(pictures, part);
    indices.set(part, index);
    return index;
  };
  return (tablePath) => {
    const index = indexFor(partOfTable(tablePath));
    const folder = tablePath.slice(0, tablePath.lastIndexOf('/') + 1).toLowerCase();
    return (raw) => {
      const cell = cleanName(raw)
        .replaceAll('\\', '/')
        .replace(/^\.?\//, '')
        .toLowerCase();
      if (cell === '') return null;
      const found =
        index.get(folder + cell)?.path ??
        index.get(cell)?.path ??
        index.get(cell.slice(cell.lastIndexOf('/') + 1))?.path;
      return found ?? null;
    };
  };
}

interface Found {
  /** Null where several fit. */
  readonly path: string | null;
  readonly preferred: boolean;
}

/** Pictures by what they may be called; of those of one name, the one in the preferred part. */
function indexOf(pictures: readonly ArchiveEntry[], part: Part): ReadonlyMap<string, Found> {
  const index = new Map<string, Found>();
  for (const { path, name } of pictures) {
    const preferred = path
      .split('/')
      .slice(0, -1)
      .some((folder) => partOf(folder) === part);
    for (const key of new Set([path, stemOf(path), name, stemOf(name)].map((text) => text.toLowerCase()))) {
      const known = index.get(key);
      if (!known || (preferred && !known.preferred)) index.set(key, { path, preferred });
      else if (preferred === known.preferred) index.set(key, { path: null, preferred });
    }
  }
  return index;
}

const stemOf = (text: string): string => text.replace(/\.[^./]*$/, '');

/** The part that a table is about, by a word of its name: test.csv, trainLabels.csv; labels are mostly those of the training part. */
function partOfTable(path: string): Part {
  const words = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}]+/u)
    .map(partOf);
  return words.find((part): part is Part => part !== null && part !== 'unlabelled') ?? 'train';
}
